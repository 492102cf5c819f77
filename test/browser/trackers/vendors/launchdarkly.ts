import type { Tracker } from '../tracker.ts';

export const launchDarklyBundle: Tracker = {
  name: 'launchdarkly bundle',
  service: {
    id: 'launchdarkly',
    label: 'LaunchDarkly',
    hosts: ['launchdarkly.com'],
    storage: ['ld:*'],
  },
  bundle: `import { initialize } from 'launchdarkly-js-client-sdk'
    const visitor = { kind: 'user', anonymous: true }
    window.launchDarkly = initialize('bank', visitor, { bootstrap: 'localStorage' })`,
  call: (event) => `launchDarkly.track('${event}')`,
};
