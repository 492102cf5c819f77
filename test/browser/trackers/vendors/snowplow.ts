import type { Tracker } from '../tracker.ts';

export const snowplowBundle: Tracker = {
  name: 'snowplow bundle',
  service: 'snowplow',
  bundle: `import { newTracker, trackPageView, trackStructEvent, enableActivityTracking } from '@snowplow/browser-tracker'
    newTracker('sp', 'https://bank.collector.snowplow.io', { appId: 'bank' })
    enableActivityTracking({ minimumVisitLength: 5, heartbeatDelay: 10 })
    trackPageView()
    window.track = (action) => trackStructEvent({ category: 'site', action })`,
  call: (event) => `track('${event}')`,
};
