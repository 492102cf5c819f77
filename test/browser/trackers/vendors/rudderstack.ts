import type { Tracker } from '../tracker.ts';

export const rudderstackBundle: Tracker = {
  name: 'rudderstack bundle',
  service: 'rudderstack',
  answers: {
    'api.rudderstack.com/sourceConfig': {
      source: {
        id: 'source',
        name: 'Bank',
        writeKey: 'bank',
        enabled: true,
        workspaceId: 'bank',
        config: { statsCollection: { errors: { enabled: false }, metrics: { enabled: false } } },
        connections: [],
        destinations: [],
        dataplanes: {},
      },
      updatedAt: '2026-01-01T00:00:00.000Z',
    },
  },
  bundle: `import { RudderAnalytics } from '@rudderstack/analytics-js/bundled'
    const rudderanalytics = new RudderAnalytics()
    rudderanalytics.load('2bankbankbankbankbankbankban', 'https://bank.dataplane.rudderstack.com', {})
    rudderanalytics.page()
    window.rudderanalytics = rudderanalytics`,
  call: (event) => `rudderanalytics.track('${event}')`,
};
