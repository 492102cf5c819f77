import type { Tracker } from '../tracker.ts';

export const elasticBundle: Tracker = {
  name: 'elastic apm bundle',
  service: {
    id: 'elastic',
    label: 'Elastic APM',
    hosts: ['apm.measure.example'],
    storage: ['elastic_apm_*'],
  },
  bundle: `import { init } from '@elastic/apm-rum'
    window.apm = init({ serviceName: 'bank', serverUrl: 'https://apm.measure.example', session: true })`,
  call: (event) => `apm.captureError(new Error('${event}'))`,
};
