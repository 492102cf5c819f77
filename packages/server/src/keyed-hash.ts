import { createHmac, createSecretKey } from 'node:crypto';

/** Turns a secret or an id into what the store keeps of it. */
export type KeyedHash = (
  kind: 'device' | 'subject' | 'link' | 'mail' | 'contact' | 'reference',
  value: string,
) => string;

/**
 * HMAC-SHA256 in hex. The kind goes in first, so that a subject who is called like a device secret
 * does not get its hash.
 * @param key 32 bytes in hex, the installation's
 * @param tenant whose hashes these are: no two tenants have the same
 */
export function keyedHash(key: string, tenant: string): KeyedHash {
  const installation = createHmac('sha256', Buffer.from(key, 'hex'));
  const own = createSecretKey(installation.update(`tenant\0${tenant}`).digest());
  return (kind, value) => createHmac('sha256', own).update(`${kind}\0${value}`).digest('hex');
}
