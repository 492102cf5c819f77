import type { Tracker } from '../tracker.ts';

const connection =
  'InstrumentationKey=00000000-0000-0000-0000-000000000001;IngestionEndpoint=https://westeurope-5.in.applicationinsights.azure.com/';
const answers = {
  'westeurope-5.in.applicationinsights.azure.com/v2/track': {
    itemsReceived: 1,
    itemsAccepted: 1,
    errors: [],
  },
};

export const applicationInsightsBundle: Tracker = {
  name: 'application insights bundle',
  service: 'application-insights',
  answers,
  bundle: `import { ApplicationInsights } from '@microsoft/applicationinsights-web'
    const appInsights = new ApplicationInsights({ config: { connectionString: '${connection}', enableAutoRouteTracking: true } })
    appInsights.loadAppInsights()
    appInsights.trackPageView()
    window.appInsights = appInsights`,
  call: (event) => `appInsights.trackEvent({ name: '${event}' })`,
};

/** The two tags that Microsoft gives where no snippet is wanted: the script, then inline code that needs it. */
export const applicationInsightsScript: Tracker = {
  name: 'application insights script',
  service: 'application-insights',
  answers,
  files: {
    'js.monitor.azure.com/scripts/b/ai.3.gbl.min.js':
      '@microsoft/applicationinsights-web/browser/es5/ai.3.gbl.min.js',
  },
  head: `<script>!(function (cfg) {
    var queue = [], sdk = window.appInsights = { queue: queue, config: cfg.cfg, version: 2 }
    ;['trackEvent', 'trackPageView', 'trackException', 'trackTrace', 'trackMetric', 'trackDependencyData', 'flush'].forEach(function (name) {
      sdk[name] = function () { var args = arguments; queue.push(function () { window.appInsights[name].apply(window.appInsights, args) }) }
    })
    var script = document.createElement('script'); script.src = cfg.src; script.crossOrigin = 'anonymous'
    script.onload = function () {
      var made = new Microsoft.ApplicationInsights.ApplicationInsights({ config: cfg.cfg })
      made.queue = queue; window.appInsights = made; made.loadAppInsights(); made.emptyQueue()
    }
    document.getElementsByTagName('head')[0].appendChild(script)
    sdk.trackPageView({})
  })({ src: 'https://js.monitor.azure.com/scripts/b/ai.3.gbl.min.js', cfg: { connectionString: '${connection}' } })</script>`,
  call: (event) => `appInsights.trackEvent({ name: '${event}' })`,
};
