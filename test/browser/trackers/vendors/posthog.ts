import type { Tracker } from '../tracker.ts';

/** The answer that turns nothing on and off, as a new project has it. */
const answers = {
  'eu.i.posthog.com/flags': {
    featureFlags: {},
    featureFlagPayloads: {},
    supportedCompression: ['gzip-js'],
  },
};

export const posthogScript: Tracker = {
  name: 'posthog script',
  service: 'posthog',
  answers,
  files: { 'eu-assets.i.posthog.com/static/array.js': 'posthog-js/dist/array.js' },
  head: `<script>!function (t, e) {
    var o, n, p, r; e.__SV || (window.posthog = e, e._i = [], e.init = function (i, s, a) {
      function g(t, e) { var o = e.split('.'); 2 == o.length && (t = t[o[0]], e = o[1]); t[e] = function () { t.push([e].concat(Array.prototype.slice.call(arguments, 0))) } }
      (p = t.createElement('script')).type = 'text/javascript', p.crossOrigin = 'anonymous', p.async = !0,
      p.src = s.api_host.replace('.i.posthog.com', '-assets.i.posthog.com') + '/static/array.js',
      (r = t.getElementsByTagName('script')[0]).parentNode.insertBefore(p, r);
      var u = e; for (void 0 !== a ? u = e[a] = [] : a = 'posthog', u.people = u.people || [],
        o = 'init capture register identify reset opt_in_capturing opt_out_capturing'.split(' '), n = 0; n < o.length; n++) g(u, o[n]);
      e._i.push([i, s, a])
    }, e.__SV = 1)
  }(document, window.posthog || []);
  posthog.init('phc_bank', { api_host: 'https://eu.i.posthog.com', person_profiles: 'always' })</script>`,
  call: (event) => `posthog.capture('${event}')`,
};

export const posthogBundle: Tracker = {
  name: 'posthog bundle',
  service: 'posthog',
  answers,
  bundle: `import posthog from 'posthog-js'
    posthog.init('phc_bank', { api_host: 'https://eu.i.posthog.com', person_profiles: 'always' })
    window.posthog = posthog`,
  call: (event) => `posthog.capture('${event}')`,
};
