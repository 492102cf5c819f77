/**
 * The recommended setting: what the relay can take goes by the bank's own host, so that the browser never
 * speaks to Google or Meta. The tag manager is a service of its own there, since the relay serves its container.
 */
const relayed = new Map([
  [
    'google-analytics',
    {
      hosts: ['google-analytics.com', 'googletagmanager.com/gtag/'],
      relay: '/relay/google-analytics',
    },
  ],
  ['meta-pixel', { relay: '/relay/meta-pixel' }],
]);

const tagManager = {
  id: 'google-tag-manager',
  label: 'Google Tag Manager',
  recipient: 'Google Ireland Ltd.',
  country: 'IE',
  hosts: ['googletagmanager.com/gtm.js'],
  relay: '/relay/google-tag-manager',
};

/** @param {typeof import('./config.mjs').config} config */
export function withRelay({ purposes, services, ...rest }) {
  const carries = (one) => one.services?.includes('google-analytics');
  return {
    ...rest,
    purposes: purposes.map((one) =>
      carries(one) ? { ...one, services: [...one.services, tagManager.id] } : one,
    ),
    services: [...services.map((one) => ({ ...one, ...relayed.get(one.id) })), tagManager],
  };
}
