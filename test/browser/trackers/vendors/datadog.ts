import type { Tracker } from '../tracker.ts';

const options = `{ applicationId: 'bank', clientToken: 'pub0', site: 'datadoghq.eu', sessionSampleRate: 100,
  sessionReplaySampleRate: 100, trackResources: true, trackLongTasks: true, trackUserInteractions: true }`;

export const datadogScript: Tracker = {
  name: 'datadog script',
  service: 'datadog',
  files: {
    'www.datadoghq-browser-agent.com/eu1/v7/datadog-rum.js':
      '@datadog/browser-rum/bundle/datadog-rum.js',
  },
  head: `<script>(function (h, o, u, n, d) {
    h = h[d] = h[d] || { q: [], onReady: function (c) { h.q.push(c) } }
    d = o.createElement(u); d.async = 1; d.src = n
    n = o.getElementsByTagName(u)[0]; n.parentNode.insertBefore(d, n)
  })(window, document, 'script', 'https://www.datadoghq-browser-agent.com/eu1/v7/datadog-rum.js', 'DD_RUM')
  window.DD_RUM.onReady(function () { window.DD_RUM.init(${options}) })</script>`,
  call: (event) => `DD_RUM.onReady(function () { DD_RUM.addAction('${event}') })`,
};

export const datadogBundle: Tracker = {
  name: 'datadog bundle',
  service: 'datadog',
  bundle: `import { datadogRum } from '@datadog/browser-rum'
    datadogRum.init(${options})
    window.datadogRum = datadogRum`,
  call: (event) => `datadogRum.addAction('${event}')`,
};
