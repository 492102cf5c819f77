import type { Tracker } from '../tracker.ts';

export const sentryBundle: Tracker = {
  name: 'sentry bundle',
  service: 'sentry',
  bundle: `import * as Sentry from '@sentry/browser'
    Sentry.init({
      dsn: 'https://0123456789abcdef0123456789abcdef@o1.ingest.de.sentry.io/1',
      integrations: [Sentry.browserTracingIntegration(), Sentry.replayIntegration()],
      tracesSampleRate: 1, replaysSessionSampleRate: 1, replaysOnErrorSampleRate: 1,
    })
    window.Sentry = Sentry`,
  call: (event) => `Sentry.captureMessage('${event}')`,
};
