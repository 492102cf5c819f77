import type { Store } from './database/contract.js';
import type { FindTenant } from './find-tenant.js';

/** What the routes work with. */
export interface Services {
  readonly store: Store;
  readonly tenantOf: FindTenant;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}
