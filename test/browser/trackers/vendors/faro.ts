import type { Tracker } from '../tracker.ts';

export const faroBundle: Tracker = {
  name: 'grafana faro bundle',
  service: 'grafana-faro',
  bundle: `import { initializeFaro, getWebInstrumentations } from '@grafana/faro-web-sdk'
    window.faro = initializeFaro({ url: 'https://faro-collector-prod-eu-west-0.grafana.net/collect/bank', app: { name: 'bank' },
      instrumentations: getWebInstrumentations(), sessionTracking: { enabled: true, persistent: true } })`,
  call: (event) => `faro.api.pushEvent('${event}')`,
};
