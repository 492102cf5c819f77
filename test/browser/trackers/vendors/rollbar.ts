import { readFileSync } from 'node:fs';
import type { Tracker } from '../tracker.ts';

const snippet = readFileSync(
  new URL('../node_modules/rollbar/dist/rollbar.snippet.js', import.meta.url),
  'utf8',
);

export const rollbarScript: Tracker = {
  name: 'rollbar script',
  service: 'rollbar',
  files: {
    'cdn.rollbar.com/rollbarjs/refs/tags/v3.1.0/rollbar.min.js': 'rollbar/dist/rollbar.min.js',
  },
  head: `<script>var _rollbarConfig = { accessToken: 'bank', captureUncaught: true, captureUnhandledRejections: true,
    rollbarJsUrl: 'https://cdn.rollbar.com/rollbarjs/refs/tags/v3.1.0/rollbar.min.js', payload: { environment: 'production' } }
    ;${snippet}</script>`,
  call: (event) => `Rollbar.info('${event}')`,
};
