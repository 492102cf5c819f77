import { createHmac } from 'node:crypto';

/** Turns a secret or an id into what the store keeps of it. */
export type KeyedHash = (kind: 'device' | 'subject' | 'check', value: string) => string;

/**
 * HMAC-SHA256 in hex. The kind goes in first, so that a subject who is called like a device secret
 * does not get its hash.
 * @param key 32 bytes in hex
 */
export function keyedHash(key: string): KeyedHash {
  const bytes = Buffer.from(key, 'hex');
  return (kind, value) => createHmac('sha256', bytes).update(`${kind}\0${value}`).digest('hex');
}
