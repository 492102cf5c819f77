import type { Tracker } from '../tracker.ts';

export const bugsnagBundle: Tracker = {
  name: 'bugsnag bundle',
  service: 'bugsnag',
  bundle: `import Bugsnag from '@bugsnag/browser'
    Bugsnag.start({ apiKey: '0123456789abcdef0123456789abcdef' })
    window.Bugsnag = Bugsnag`,
  call: (event) => `Bugsnag.notify(new Error('${event}'))`,
};
