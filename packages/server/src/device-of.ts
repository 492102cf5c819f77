import type { IncomingHttpHeaders } from 'node:http';
import type { KeyedHash } from './keyed-hash.js';

/** The keyed hash of the device secret in `Sluis-Device`; undefined when there is none of the right form. */
export function deviceOf(headers: IncomingHttpHeaders, hash: KeyedHash): string | undefined {
  const secret = headers['sluis-device'];
  return typeof secret === 'string' && /^[\w-]{22,64}$/.test(secret)
    ? hash('device', secret)
    : undefined;
}
