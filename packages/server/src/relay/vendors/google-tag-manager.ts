import type { Vendor } from '../vendor.js';

/** The container alone: it sends nothing itself, and what its tags send is held by their own hosts. */
export const googleTagManager: Vendor = {
  upstream: 'https://www.googletagmanager.com',
  scripts: [{ path: '/gtm.js', parameters: ['id', 'l'] }],
  account: ['id'],
};
