import { packaged } from '../packaged.ts';
import type { Tracker } from '../tracker.ts';

/** Without the checksum: it is that of the packed file on the vendor's own host. */
const snippet = packaged(
  '@amplitude/analytics-browser/lib/scripts/amplitude-snippet-min.js',
).replace(/c\.integrity="[^"]*",/, '');

export const amplitudeScript: Tracker = {
  name: 'amplitude script',
  service: 'amplitude',
  files: {
    'cdn.amplitude.com/libs/analytics-browser-2.40.0-min.js.gz':
      '@amplitude/analytics-browser/lib/scripts/amplitude-min.js',
  },
  head: `<script>${snippet}</script><script>amplitude.init('bank', { serverZone: 'EU', autocapture: true })</script>`,
  call: (event) => `amplitude.track('${event}')`,
};

export const amplitudeBundle: Tracker = {
  name: 'amplitude bundle',
  service: 'amplitude',
  bundle: `import * as amplitude from '@amplitude/analytics-browser'
    amplitude.init('bank', { serverZone: 'EU', autocapture: true })
    window.amplitude = amplitude`,
  call: (event) => `amplitude.track('${event}')`,
};
