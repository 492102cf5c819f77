import type { Policy } from '@sluis/schema';

/**
 * Google Consent Mode: everything denied before the first tag, then what was allowed. Google's tags
 * are held as well; this is for what they do among themselves once one of them runs.
 * @param allows may the purpose run now?
 * @returns call after every change
 */
export function startConsentMode(policy: Policy, allows: (purpose: string) => boolean): () => void {
  let told = '';
  const tell = (command: 'default' | 'update', isGranted: (purpose: string) => boolean): void => {
    const types: Record<string, 'granted' | 'denied'> = {};
    for (const { id, consentMode } of policy.purposes) {
      for (const type of consentMode) types[type] = isGranted(id) ? 'granted' : 'denied';
    }
    const news = JSON.stringify(types);
    if (news === told || news === '{}') return;
    told = news;
    window.gtag?.('consent', command, types);
  };

  tell('default', () => false);
  return () => tell('update', allows);
}
