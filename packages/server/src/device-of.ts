import type { KeyedHash } from './keyed-hash.js';

/** The keyed hash of a device secret; undefined when it has not the right form. */
export function deviceOf(secret: unknown, hash: KeyedHash): string | undefined {
  return typeof secret === 'string' && /^[\w-]{22,64}$/.test(secret)
    ? hash('device', secret)
    : undefined;
}
