import { packaged } from '../packaged.ts';
import type { Tracker } from '../tracker.ts';

export const rollbarScript: Tracker = {
  name: 'rollbar script',
  service: 'rollbar',
  files: {
    'cdn.rollbar.com/rollbarjs/refs/tags/v3.1.0/rollbar.min.js': 'rollbar/dist/rollbar.min.js',
  },
  head: `<script>var _rollbarConfig = { accessToken: 'bank', captureUncaught: true, captureUnhandledRejections: true,
    rollbarJsUrl: 'https://cdn.rollbar.com/rollbarjs/refs/tags/v3.1.0/rollbar.min.js', payload: { environment: 'production' } }
    ;${packaged('rollbar/dist/rollbar.snippet.js')}</script>`,
  call: (event) => `Rollbar.info('${event}')`,
};
