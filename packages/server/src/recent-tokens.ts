import type { IdentityKey } from './identity-keys.js';
import { sha256 } from './sha256.js';

/** Milliseconds after which a token is looked at again, whatever it says of itself. */
const life = 60_000;

/** Tokens that are remembered: beyond it the oldest is forgotten. */
const bound = 10_000;

/** Whom a good token names, and until when its own words let it count, milliseconds since 1970. */
export interface Verified {
  readonly subject: string;
  readonly until: number;
}

/**
 * Remembers good tokens for a minute, since a page asks several times with the same one and the signature is
 * nearly all that an answer costs. Kept by hash, in memory, and only for the keys that hold now.
 */
export interface RecentTokens {
  find(token: string, keys: readonly IdentityKey[]): string | undefined;
  remember(token: string, keys: readonly IdentityKey[], verified: Verified): void;
}

export function recentTokens(): RecentTokens {
  const known = new Map<string, Verified>();
  let checkedWith: readonly IdentityKey[] = [];

  return {
    find(token, keys) {
      if (keys !== checkedWith) return undefined;
      const found = known.get(sha256(token));
      return found && Date.now() < found.until ? found.subject : undefined;
    },
    remember(token, keys, { subject, until }) {
      if (keys !== checkedWith) known.clear();
      checkedWith = keys;
      known.set(sha256(token), { subject, until: Math.min(until, Date.now() + life) });
      const [oldest] = known.size > bound ? known.keys() : [];
      if (oldest !== undefined) known.delete(oldest);
    },
  };
}
