import { personalIdIn } from '@sluis/schema';
import { decodeProtectedHeader, jwtVerify } from 'jose';
import { Failure } from './errors.js';
import {
  identityKeys,
  isAddress,
  type IdentityKey,
  type IdentityKeySource,
} from './identity-keys.js';
import { recentTokens, type Verified } from './recent-tokens.js';
import { remoteKeys, type KeysNow } from './remote-keys.js';

/** How people prove who they are: tokens that the site's own backend signs. */
export interface Identity {
  readonly keys: IdentityKeySource;
  readonly issuer: string;
  readonly audience: string;
  /** Seconds since `iat` after which a token is too old, 600 when left out. */
  readonly maxAge?: number;
}

/** The `sub` of a good `Authorization` header; for every other one the same 401. */
export type VerifyToken = (authorization: string | undefined) => Promise<string>;

function candidates(keys: readonly IdentityKey[], token: string): readonly IdentityKey[] {
  const { alg, kid } = decodeProtectedHeader(token);
  return keys.filter((one) => one.algorithm === alg && (!kid || !one.kid || one.kid === kid));
}

async function verified(token: string, key: IdentityKey, identity: Identity): Promise<Verified> {
  const maxAge = identity.maxAge ?? 600;
  const { payload } = await jwtVerify(token, key.key, {
    algorithms: ['ES256', 'EdDSA'],
    issuer: identity.issuer,
    audience: identity.audience,
    requiredClaims: ['exp', 'iat', 'sub'],
    maxTokenAge: maxAge,
    clockTolerance: 5,
  });
  const { sub, exp = 0, iat = 0 } = payload;
  if (typeof sub !== 'string' || !sub || sub.length > 255 || personalIdIn(sub))
    throw new Failure('unauthorized');
  return { subject: sub, until: Math.min(exp, iat + maxAge) * 1000 };
}

function keysOf(source: IdentityKeySource): KeysNow {
  if (isAddress(source)) return remoteKeys(source);
  const keys = identityKeys(source);
  return async () => keys;
}

/**
 * Keys come from the settings alone: a token's `jku`, `x5u`, `jwk` and `kid` path are never followed.
 * Which check failed is not told, so nobody can feel their way to a token that passes.
 */
export function verifyToken(identity: Identity | undefined): VerifyToken {
  const keysNow = identity ? keysOf(identity.keys) : async () => [];
  const recent = recentTokens();
  return async (authorization) => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1];
    if (!token || !identity) throw new Failure('unauthorized');
    try {
      const keys = await keysNow();
      const known = recent.find(token, keys);
      if (known !== undefined) return known;
      const found = await Promise.any(
        candidates(keys, token).map((key) => verified(token, key, identity)),
      );
      recent.remember(token, keys, found);
      return found.subject;
    } catch {
      throw new Failure('unauthorized');
    }
  };
}
