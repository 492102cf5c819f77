import type { Tracker } from '../tracker.ts';

export const statsigBundle: Tracker = {
  name: 'statsig bundle',
  service: {
    id: 'statsig',
    label: 'Statsig',
    hosts: ['statsigapi.net', 'featureassets.org', 'prodregistryv2.org'],
    cookies: [],
    storage: ['statsig.*'],
  },
  bundle: `import { StatsigClient } from '@statsig/js-client'
    window.statsig = new StatsigClient('client-bank', {})
    statsig.initializeAsync()`,
  call: (event) => `statsig.logEvent('${event}')`,
};
