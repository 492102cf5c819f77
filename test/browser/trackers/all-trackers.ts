import type { Tracker } from './tracker.ts';
import { ackeeBundle, ackeeScript } from './vendors/ackee.ts';
import { amplitudeBundle, amplitudeScript } from './vendors/amplitude.ts';
import {
  applicationInsightsBundle,
  applicationInsightsScript,
} from './vendors/application-insights.ts';
import { bugsnagBundle } from './vendors/bugsnag.ts';
import { clarityScript } from './vendors/clarity.ts';
import { countlyBundle, countlyScript } from './vendors/countly.ts';
import { datadogBundle, datadogScript } from './vendors/datadog.ts';
import { elasticBundle } from './vendors/elastic-apm.ts';
import { faroBundle } from './vendors/faro.ts';
import { jitsuBundle } from './vendors/jitsu.ts';
import { mixpanelBundle, mixpanelScript } from './vendors/mixpanel.ts';
import { openreplayBundle } from './vendors/openreplay.ts';
import { plausibleBundle } from './vendors/plausible.ts';
import { posthogBundle, posthogScript } from './vendors/posthog.ts';
import { rollbarScript } from './vendors/rollbar.ts';
import { rudderstackBundle } from './vendors/rudderstack.ts';
import { segmentBundle, segmentScript } from './vendors/segment.ts';
import { sentryBundle } from './vendors/sentry.ts';
import { snowplowBundle } from './vendors/snowplow.ts';
import { customerIoBundle } from './vendors/customer-io.ts';
import { launchDarklyBundle } from './vendors/launchdarkly.ts';
import { mparticleBundle } from './vendors/mparticle.ts';
import { newRelicBundle } from './vendors/new-relic.ts';
import { statsigBundle } from './vendors/statsig.ts';
import { swetrixBundle } from './vendors/swetrix.ts';

/** Every tracker that the suite runs. A new one is a file, and a line here. */
export const allTrackers: readonly Tracker[] = [
  posthogScript,
  posthogBundle,
  mixpanelScript,
  mixpanelBundle,
  amplitudeScript,
  amplitudeBundle,
  segmentScript,
  segmentBundle,
  rudderstackBundle,
  snowplowBundle,
  clarityScript,
  openreplayBundle,
  datadogScript,
  datadogBundle,
  sentryBundle,
  applicationInsightsScript,
  applicationInsightsBundle,
  countlyScript,
  countlyBundle,
  plausibleBundle,
  ackeeScript,
  ackeeBundle,
  bugsnagBundle,
  rollbarScript,
  elasticBundle,
  faroBundle,
  jitsuBundle,
  customerIoBundle,
  launchDarklyBundle,
  mparticleBundle,
  newRelicBundle,
  statsigBundle,
  swetrixBundle,
];
