import type { Tracker } from './tracker.ts';
import { datadogBundle, datadogScript } from './vendors/datadog.ts';
import { mixpanelBundle, mixpanelScript } from './vendors/mixpanel.ts';
import { posthogBundle, posthogScript } from './vendors/posthog.ts';
import { snowplowBundle } from './vendors/snowplow.ts';

/** Every tracker that the suite runs. A new one is a file, and a line here. */
export const allTrackers: readonly Tracker[] = [
  posthogScript,
  posthogBundle,
  mixpanelScript,
  mixpanelBundle,
  snowplowBundle,
  datadogScript,
  datadogBundle,
];
