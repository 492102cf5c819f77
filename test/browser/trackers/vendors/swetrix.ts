import type { Tracker } from '../tracker.ts';

/** It catches none of its failures. */
export const swetrixBundle: Tracker = {
  name: 'swetrix bundle',
  service: { id: 'swetrix', label: 'Swetrix', hosts: ['swetrix.com'] },
  bundle: `import * as swetrix from 'swetrix'
    swetrix.init('bank')
    swetrix.trackViews()
    window.swetrix = swetrix`,
  call: (event) => `swetrix.track({ ev: '${event}' })`,
};
