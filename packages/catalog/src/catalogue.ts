import type { Service } from '@sluis/schema';
import { amplitude } from './services/amplitude.js';
import { applicationInsights } from './services/application-insights.js';
import { bugsnag } from './services/bugsnag.js';
import { datadog } from './services/datadog.js';
import { googleAnalytics } from './services/google-analytics.js';
import { googleTagManager } from './services/google-tag-manager.js';
import { grafanaFaro } from './services/grafana-faro.js';
import { jitsu } from './services/jitsu.js';
import { matomo } from './services/matomo.js';
import { metaPixel } from './services/meta-pixel.js';
import { microsoftAdvertising } from './services/microsoft-advertising.js';
import { microsoftClarity } from './services/microsoft-clarity.js';
import { mixpanel } from './services/mixpanel.js';
import { newRelic } from './services/new-relic.js';
import { openreplay } from './services/openreplay.js';
import { plausible } from './services/plausible.js';
import { posthog } from './services/posthog.js';
import { rollbar } from './services/rollbar.js';
import { rudderstack } from './services/rudderstack.js';
import { segment } from './services/segment.js';
import { sentry } from './services/sentry.js';
import { snowplow } from './services/snowplow.js';
import { youtube } from './services/youtube.js';

/** The services that a configuration may name by id. A new one is a file, and a line here. */
export const catalogue: readonly Service[] = [
  amplitude,
  applicationInsights,
  bugsnag,
  datadog,
  googleAnalytics,
  googleTagManager,
  grafanaFaro,
  jitsu,
  matomo,
  metaPixel,
  microsoftAdvertising,
  microsoftClarity,
  mixpanel,
  newRelic,
  openreplay,
  plausible,
  posthog,
  rollbar,
  rudderstack,
  segment,
  sentry,
  snowplow,
  youtube,
];
