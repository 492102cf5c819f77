import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { ConfigurationError } from './configuration-error.js';

/** The only two algorithms. An allow-list by key type leaves nothing to confuse: no RSA, no HMAC, no `none`. */
type Algorithm = 'ES256' | 'EdDSA';

export interface IdentityKey {
  readonly algorithm: Algorithm;
  /** Key id, when the JWK names one. */
  readonly kid?: string;
  readonly key: KeyObject;
}

/** A JWK with its optional key id. */
export type Jwk = JsonWebKey & { readonly kid?: string };

/** A JWK set, the `https` address of one, or public keys in PEM. */
export type IdentityKeySource = { readonly keys: readonly Jwk[] } | string | readonly string[];

/** Is this where keys are to be had, and not a key? Plain `http` only on this machine. */
export function isAddress(source: IdentityKeySource): source is string {
  return typeof source === 'string' && /^(?:https:\/\/|http:\/\/127\.0\.0\.1:)/.test(source);
}

function algorithmOf(key: KeyObject): Algorithm | undefined {
  if (key.asymmetricKeyType === 'ed25519') return 'EdDSA';
  const curve = key.asymmetricKeyDetails?.namedCurve;
  return key.asymmetricKeyType === 'ec' && curve === 'prime256v1' ? 'ES256' : undefined;
}

function read(source: Jwk | string): KeyObject {
  const isPrivate =
    typeof source === 'string' ? source.includes('PRIVATE KEY') : source.d !== undefined;
  if (isPrivate) {
    throw new ConfigurationError(
      'The identity keys hold a private key. Give the server the public half only.',
    );
  }
  try {
    return typeof source === 'string'
      ? createPublicKey(source)
      : createPublicKey({ key: source, format: 'jwk' });
  } catch {
    throw new ConfigurationError(
      'An identity key cannot be read. Give a JWK set ({"keys": [...]}) or public keys in PEM (BEGIN PUBLIC KEY).',
    );
  }
}

function sourcesIn(source: IdentityKeySource): readonly (Jwk | string)[] {
  if (typeof source === 'string') return [source];
  return 'length' in source ? source : source.keys;
}

/** @throws {ConfigurationError} for a private key, an unreadable one, or when no P-256 or Ed25519 key is left */
export function identityKeys(source: IdentityKeySource): readonly IdentityKey[] {
  const keys = sourcesIn(source).flatMap((one): IdentityKey[] => {
    const key = read(one);
    const algorithm = algorithmOf(key);
    return algorithm
      ? [{ algorithm, key, kid: typeof one === 'string' ? undefined : one.kid }]
      : [];
  });
  if (!keys.length) {
    throw new ConfigurationError(
      'The identity keys hold none that can be used. Add a P-256 (ES256) or Ed25519 (EdDSA) public key.',
    );
  }
  return keys;
}
