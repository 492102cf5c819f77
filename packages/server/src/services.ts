import type { Store } from './database/contract.js';
import type { FindTenant } from './find-tenant.js';
import type { SignHead } from './head-signing.js';
import type { Tenant } from './tenant.js';

/** What the routes work with. */
export interface Services {
  readonly store: Store;
  readonly tenants: readonly Tenant[];
  readonly tenantOf: FindTenant;
  readonly signHead: SignHead;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}
