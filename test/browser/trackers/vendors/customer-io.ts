import type { Tracker } from '../tracker.ts';

export const customerIoBundle: Tracker = {
  name: 'customer.io bundle',
  service: {
    id: 'customer-io',
    label: 'Customer.io',
    hosts: ['customer.io'],
    cookies: ['ajs_*'],
    storage: ['ajs_*', 'persisted-queue:*'],
  },
  answers: {
    'cdp.customer.io/v1/projects/bank/settings': {
      integrations: {
        'Customer.io Data Pipelines': { apiKey: 'bank', apiHost: 'cdp.customer.io/v1' },
      },
    },
  },
  bundle: `import { AnalyticsBrowser } from '@customerio/cdp-analytics-browser'
    window.cio = AnalyticsBrowser.load({ writeKey: 'bank' })
    cio.page()`,
  call: (event) => `cio.track('${event}')`,
};
