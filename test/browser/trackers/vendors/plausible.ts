import type { Tracker } from '../tracker.ts';

export const plausibleBundle: Tracker = {
  name: 'plausible bundle',
  service: 'plausible',
  bundle: `import Plausible from 'plausible-tracker'
    const { enableAutoPageviews, trackEvent } = Plausible({ domain: 'bank.example' })
    enableAutoPageviews()
    window.trackEvent = trackEvent`,
  call: (event) => `trackEvent('${event}')`,
};
