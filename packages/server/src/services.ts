import type { Store } from './database/contract.js';
import type { KeyedHash } from './keyed-hash.js';
import type { VerifyToken } from './verify-token.js';

/** What the routes work with. */
export interface Services {
  readonly store: Store;
  readonly hash: KeyedHash;
  readonly verify: VerifyToken;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}
