import type { Tracker } from '../tracker.ts';

export const newRelicBundle: Tracker = {
  name: 'new relic bundle',
  service: 'new-relic',
  answers: {
    'bam.eu01.nr-data.net/1/': {
      stn: 1,
      err: 1,
      ins: 1,
      spa: 1,
      sr: 1,
      loaded: 1,
      app: { agents: [{ entityGuid: 'guid' }] },
    },
  },
  bundle: `import { BrowserAgent } from '@newrelic/browser-agent/loaders/browser-agent'
    window.agent = new BrowserAgent({
      init: { distributed_tracing: { enabled: true }, privacy: { cookies_enabled: true }, ajax: { deny_list: ['bam.eu01.nr-data.net'] } },
      info: { beacon: 'bam.eu01.nr-data.net', errorBeacon: 'bam.eu01.nr-data.net', licenseKey: 'NRJS-bank', applicationID: '1', sa: 1 },
      loader_config: { accountID: '1', trustKey: '1', agentID: '1', licenseKey: 'NRJS-bank', applicationID: '1' },
    })`,
  call: (event) => `agent.addPageAction('${event}')`,
};
