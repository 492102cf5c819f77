/** A site of one purpose, `analytics`, that one service serves. */
export function oneService(service: { readonly id: string; readonly [word: string]: unknown }) {
  return {
    controller: { name: 'Bank', contact: 'a@bank.example', policyUrl: '/privacy' },
    unknown: 'block',
    purposes: [
      {
        id: 'analytics',
        legalBasis: 'a',
        label: 'Statistiek',
        text: 'Wij tellen bezoeken.',
        services: [service.id],
      },
    ],
    services: [service],
  };
}
