import type { Vendor } from '../vendor.js';

/**
 * Meta's pixel. Left out: the browser's and the click's id (`fbp`, `fbc`), all that is known of the
 * person (`ud[...]`, `external_id`), screen, times, and what was bought (`cd[...]`), which a service
 * names one by one. `dpo=LDU` asks for limited use.
 */
export const meta: Vendor = {
  upstream: 'https://www.facebook.com',
  hits: [
    { path: '/tr', body: 'form' },
    { path: '/tr/', body: 'form' },
  ],
  scripts: [
    { path: '/en_US/fbevents.js', upstream: 'https://connect.facebook.net' },
    {
      path: '/signals/config/:account',
      upstream: 'https://connect.facebook.net',
      parameters: ['v', 'r'],
    },
  ],
  account: ['id'],
  parameters: {
    id: 'keep',
    ev: 'keep',
    dl: 'page',
    rl: 'referrer',
    if: 'keep',
    v: 'keep',
    r: 'keep',
    noscript: 'keep',
  },
  fixed: { dpo: 'LDU', dpoco: '0', dpost: '0' },
};
