import type { Keeper } from './keeper.js';

interface Staleness extends Pick<Keeper, 'isStale'> {
  /** Something does not pass any more that did. */
  withdraw(): void;
}

/** An address is judged when it is set; what it is set in may come into the page after a withdrawal, or under another base. */
export function createStaleness(base: Keeper['base'], isOther: Keeper['isOther']): Staleness {
  let known = '';
  let stale = false;
  return {
    isStale() {
      const now = base();
      if (now !== known) stale ||= isOther((known = now));
      return stale;
    },
    withdraw: () => void (stale = true),
  };
}
