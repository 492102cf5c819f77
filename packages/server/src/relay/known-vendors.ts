import type { Vendor } from './vendor.js';
import { googleAnalytics } from './vendors/google-analytics.js';
import { googleTagManager } from './vendors/google-tag-manager.js';
import { matomo } from './vendors/matomo.js';
import { meta } from './vendors/meta.js';
import { universalAnalytics } from './vendors/universal-analytics.js';

export type VendorName =
  | 'google-analytics'
  | 'google-tag-manager'
  | 'matomo'
  | 'meta'
  | 'universal-analytics';

/** Vendors that a service may name in place of a descriptor of its own. */
export const knownVendors: { readonly [name in VendorName]: Vendor } = {
  'google-analytics': googleAnalytics,
  'google-tag-manager': googleTagManager,
  matomo,
  meta,
  'universal-analytics': universalAnalytics,
};
