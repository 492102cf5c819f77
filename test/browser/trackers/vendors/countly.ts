import type { Tracker } from '../tracker.ts';

/** Countly puts the key of the application before its own names, so no catalogue can have them. */
const service = {
  id: 'countly',
  label: 'Countly',
  hosts: ['count.ly', 'cdn.jsdelivr.net/npm/countly-sdk-web'],
  cookies: ['bank/cly_*', 'cly_*'],
  storage: ['bank/cly_*', 'cly_*'],
};

export const countlyScript: Tracker = {
  name: 'countly script',
  service,
  files: {
    'cdn.jsdelivr.net/npm/countly-sdk-web@latest/lib/countly.min.js':
      'countly-sdk-web/lib/countly.min.js',
  },
  answers: { 'bank.count.ly/': { result: 'Success' } },
  head: `<script>
    var Countly = Countly || {}; Countly.q = Countly.q || []
    Countly.app_key = 'bank'; Countly.url = 'https://bank.count.ly'
    Countly.q.push(['track_sessions']); Countly.q.push(['track_pageview']); Countly.q.push(['track_clicks'])
    ;(function () {
      var cly = document.createElement('script'); cly.type = 'text/javascript'; cly.async = true
      cly.src = 'https://cdn.jsdelivr.net/npm/countly-sdk-web@latest/lib/countly.min.js'
      cly.onload = function () { Countly.init() }
      var s = document.getElementsByTagName('script')[0]; s.parentNode.insertBefore(cly, s)
    })()</script>`,
  call: (event) => `Countly.q.push(['add_event', { key: '${event}' }])`,
};

export const countlyBundle: Tracker = {
  name: 'countly bundle',
  service,
  answers: { 'bank.count.ly/': { result: 'Success' } },
  bundle: `import Countly from 'countly-sdk-web'
    Countly.init({ app_key: 'bank', url: 'https://bank.count.ly' })
    Countly.track_sessions(); Countly.track_pageview()
    window.Countly = Countly`,
  call: (event) => `Countly.add_event({ key: '${event}' })`,
};
