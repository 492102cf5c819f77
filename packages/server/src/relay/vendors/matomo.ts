import type { Vendor } from '../vendor.js';

/**
 * Matomo's tracking API. Left out: `uid`, `cid`, `cip`, what the page says of the time and place
 * (`h`, `m`, `s`, `lat`, `country`), screen and client hints (`res`, `uadata`), plug-ins, first visit
 * (`_idts`, `_refts`), campaigns, `token_auth` of the page, and dimensions, which a service names.
 */
export const matomo: Vendor = {
  hits: [
    { path: '/matomo.php', body: 'requests' },
    { path: '/piwik.php', body: 'requests' },
  ],
  scripts: [{ path: '/matomo.js' }, { path: '/piwik.js' }],
  account: ['idsite'],
  parameters: {
    idsite: 'keep',
    rec: 'keep',
    apiv: 'keep',
    rand: 'keep',
    send_image: 'keep',
    action_name: 'keep',
    url: 'page',
    urlref: 'referrer',
    _id: 'id-hex',
    pv_id: 'keep',
    lang: 'language',
    e_c: 'keep',
    e_a: 'keep',
    e_n: 'keep',
    e_v: 'keep',
    c_n: 'keep',
    c_p: 'keep',
    c_i: 'keep',
    c_t: 'page',
    link: 'page',
    download: 'page',
    search: 'keep',
    search_cat: 'keep',
    search_count: 'keep',
    idgoal: 'keep',
    revenue: 'keep',
    ping: 'keep',
    ca: 'keep',
    pf_net: 'keep',
    pf_srv: 'keep',
    pf_tfr: 'keep',
    pf_dm1: 'keep',
    pf_dm2: 'keep',
    pf_onl: 'keep',
  },
  network: 'cip',
  country: 'country',
  secret: 'token_auth',
};
