import { packaged } from '../packaged.ts';
import type { Tracker } from '../tracker.ts';

export const mixpanelScript: Tracker = {
  name: 'mixpanel script',
  service: 'mixpanel',
  files: {
    'cdn.mxpnl.com/libs/mixpanel-2-latest.min.js': 'mixpanel-browser/dist/mixpanel.min.js',
  },
  head: `<script>${packaged('mixpanel-browser/dist/mixpanel-jslib-snippet.min.js')}
    mixpanel.init('bank', { api_host: 'https://api-eu.mixpanel.com', track_pageview: true, persistence: 'localStorage' })</script>`,
  call: (event) => `mixpanel.track('${event}')`,
};

export const mixpanelBundle: Tracker = {
  name: 'mixpanel bundle',
  service: 'mixpanel',
  bundle: `import mixpanel from 'mixpanel-browser'
    mixpanel.init('bank', { api_host: 'https://api-eu.mixpanel.com', track_pageview: true })
    window.mixpanel = mixpanel`,
  call: (event) => `mixpanel.track('${event}')`,
};
