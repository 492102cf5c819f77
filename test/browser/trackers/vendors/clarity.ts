import type { Tracker } from '../tracker.ts';

/** What www.clarity.ms/tag answers: it loads the script proper and starts it. */
const tag = `!function (c, l, a, r, i, t, y) {
  a[c]('start', { projectId: 'bank', upload: 'https://k.clarity.ms/collect', track: true, content: true, cookies: ['_uetmsclkid'] })
  a[c].q.unshift(a[c].q.pop())
  t = l.createElement('script'); t.async = true; t.src = 'https://scripts.clarity.ms/0.8.70/clarity.js'
  y = l.getElementsByTagName('script')[0]; y.parentNode.insertBefore(t, y)
}('clarity', document, window)`;

export const clarityScript: Tracker = {
  name: 'clarity script',
  service: 'microsoft-clarity',
  files: { 'scripts.clarity.ms/0.8.70/clarity.js': 'clarity-js/build/clarity.min.js' },
  answers: { 'www.clarity.ms/tag/bank': tag, 'k.clarity.ms/collect': '' },
  head: `<script>(function (c, l, a, r, i, t, y) {
    c[a] = c[a] || function () { (c[a].q = c[a].q || []).push(arguments) }
    t = l.createElement(r); t.async = 1; t.src = 'https://www.clarity.ms/tag/' + i
    y = l.getElementsByTagName(r)[0]; y.parentNode.insertBefore(t, y)
  })(window, document, 'clarity', 'script', 'bank')</script>`,
  // It asks for the longest interaction when the page counts one from before it started.
  ownError: "Cannot read properties of undefined (reading 'latency')",
  call: (event) => `clarity('event', '${event}')`,
};
