import type { Tracker } from '../tracker.ts';

export const newRelicBundle: Tracker = {
  name: 'new relic bundle',
  service: {
    id: 'new-relic',
    label: 'New Relic',
    hosts: ['nr-data.net', 'js-agent.newrelic.com'],
    cookies: [],
    storage: ['NRBA_*'],
  },
  answers: {
    'bam.nr-data.net/1/': {
      app: { agents: [{ entityGuid: 'bank' }], nrServerTime: Date.UTC(2026, 10) },
      ins: 1,
      err: 1,
    },
  },
  bundle: `import { BrowserAgent } from '@newrelic/browser-agent/loaders/browser-agent'
    const ids = { licenseKey: 'NRJS-bank', applicationID: '1' }
    window.agent = new BrowserAgent({
      info: { ...ids, beacon: 'bam.nr-data.net', errorBeacon: 'bam.nr-data.net', sa: 1 },
      init: { distributed_tracing: { enabled: true }, privacy: { cookies_enabled: true } },
      loader_config: { ...ids, accountID: '1', trustKey: '1', agentID: '1' },
    })`,
  call: (event) => `agent.addPageAction('${event}')`,
};
