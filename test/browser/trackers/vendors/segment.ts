import type { Tracker } from '../tracker.ts';

/** A source without destinations of other firms. */
const settings = {
  integrations: {
    'Segment.io': {
      apiKey: 'bank',
      apiHost: 'api.segment.io/v1',
      versionSettings: { version: '4.4.7', componentTypes: ['browser'] },
    },
  },
  plan: { track: { __default: { enabled: true, integrations: {} } } },
  edgeFunction: {},
};
const answers = { 'cdn.segment.com/v1/projects/bank/settings': settings };

export const segmentBundle: Tracker = {
  name: 'segment bundle',
  service: 'segment',
  answers,
  bundle: `import { AnalyticsBrowser } from '@segment/analytics-next'
    window.analytics = AnalyticsBrowser.load({ writeKey: 'bank' })
    analytics.page()`,
  call: (event) => `analytics.track('${event}')`,
};

/** The loader that Segment shows for a source: a queue of calls, then the script. */
export const segmentScript: Tracker = {
  name: 'segment script',
  service: 'segment',
  answers,
  files: {
    'cdn.segment.com/analytics.js/v1/bank/analytics.min.js':
      '@segment/analytics-next/dist/umd/standalone.js',
  },
  head: `<script>!function () {
    var i = 'analytics', analytics = window[i] = window[i] || []; if (analytics.initialize || analytics.invoked) return
    analytics.invoked = !0
    analytics.methods = ['trackSubmit', 'trackClick', 'trackLink', 'trackForm', 'pageview', 'identify', 'reset', 'group', 'track', 'ready', 'alias', 'debug', 'page', 'screen', 'once', 'off', 'on', 'addSourceMiddleware', 'addIntegrationMiddleware', 'setAnonymousId', 'addDestinationMiddleware', 'register']
    analytics.factory = function (e) { return function () { if (window[i].initialized) return window[i][e].apply(window[i], arguments); var n = Array.prototype.slice.call(arguments); n.unshift(e); analytics.push(n); return analytics } }
    for (var n = 0; n < analytics.methods.length; n++) { var key = analytics.methods[n]; analytics[key] = analytics.factory(key) }
    analytics.load = function (key, n) {
      var t = document.createElement('script'); t.type = 'text/javascript'; t.async = !0; t.setAttribute('data-global-segment-analytics-key', i)
      t.src = 'https://cdn.segment.com/analytics.js/v1/' + key + '/analytics.min.js'
      var r = document.getElementsByTagName('script')[0]; r.parentNode.insertBefore(t, r); analytics._loadOptions = n
    }
    analytics._writeKey = 'bank'; analytics.SNIPPET_VERSION = '5.2.0'
    analytics.load('bank'); analytics.page()
  }()</script>`,
  call: (event) => `analytics.track('${event}')`,
};
