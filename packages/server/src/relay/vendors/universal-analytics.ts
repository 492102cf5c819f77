import type { Vendor } from '../vendor.js';

/**
 * The Measurement Protocol, version 1: Google turned its own collector off in 2024, others still speak
 * it. Left out: `uid`, `uip`, `ua`, screen (`sr`, `vp`, `sd`), plug-ins, campaign and ad ids, custom
 * dimensions.
 */
export const universalAnalytics: Vendor = {
  hits: [
    { path: '/collect', body: 'form' },
    { path: '/batch', body: 'lines' },
  ],
  scripts: [{ path: '/analytics.js' }],
  account: ['tid'],
  parameters: {
    v: 'keep',
    t: 'keep',
    tid: 'keep',
    cid: 'id-pair',
    ni: 'keep',
    dl: 'page',
    dr: 'referrer',
    dh: 'keep',
    dt: 'keep',
    ul: 'language',
    ec: 'keep',
    ea: 'keep',
    el: 'keep',
    ev: 'keep',
    utc: 'keep',
    utv: 'keep',
    utt: 'keep',
  },
  fixed: { aip: '1', npa: '1' },
  network: 'uip',
  country: 'geoid',
};
