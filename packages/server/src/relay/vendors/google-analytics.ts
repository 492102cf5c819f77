import type { Vendor } from '../vendor.js';

/**
 * Google Analytics 4, as gtag.js sends it (2026). Left out: user id and properties (`uid`, `up.*`),
 * screen and client hints (`sr`, `ua*`), visits so far (`sct`), advertising (`_gaz`, `gclid`,
 * `auid`), and event parameters (`ep.*`), which a service names one by one. `npa`: no personalised ads.
 */
export const googleAnalytics: Vendor = {
  upstream: 'https://www.google-analytics.com',
  hits: [{ path: '/g/collect', body: 'lines' }],
  scripts: [
    {
      path: '/gtag/js',
      upstream: 'https://www.googletagmanager.com',
      parameters: ['id', 'l', 'cx'],
    },
    {
      path: '/gtag/destination',
      upstream: 'https://www.googletagmanager.com',
      parameters: ['id', 'l', 'cx'],
    },
  ],
  account: ['tid', 'id'],
  parameters: {
    v: 'keep',
    tid: 'keep',
    gtm: 'keep',
    _p: 'keep',
    cid: 'id-pair',
    sid: 'id-number',
    _s: 'keep',
    seg: 'keep',
    _fv: 'keep',
    _ss: 'keep',
    _nsi: 'keep',
    _et: 'keep',
    _ee: 'keep',
    _c: 'keep',
    en: 'keep',
    dl: 'page',
    dr: 'referrer',
    dt: 'keep',
    ul: 'language',
    cu: 'keep',
    frm: 'keep',
    gcs: 'keep',
    gcd: 'keep',
    dma: 'keep',
    dma_cps: 'keep',
  },
  fixed: { npa: '1' },
  network: '_uip',
};
