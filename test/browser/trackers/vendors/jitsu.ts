import type { Tracker } from '../tracker.ts';

export const jitsuBundle: Tracker = {
  name: 'jitsu bundle',
  service: 'jitsu',
  answers: { 'bank.d.jitsu.com/': { ok: true, destinations: [] } },
  bundle: `import { jitsuAnalytics } from '@jitsu/js'
    window.jitsu = jitsuAnalytics({ host: 'https://bank.d.jitsu.com', writeKey: 'bank:key' })
    jitsu.page()`,
  call: (event) => `jitsu.track('${event}')`,
};
