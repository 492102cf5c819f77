import { personalIdIn } from '@sluis/schema';
import { decodeProtectedHeader, jwtVerify } from 'jose';
import { Failure } from './errors.js';
import {
  identityKeys,
  isAddress,
  type IdentityKey,
  type IdentityKeySource,
} from './identity-keys.js';
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

async function subjectOf(token: string, key: IdentityKey, identity: Identity): Promise<string> {
  const { payload } = await jwtVerify(token, key.key, {
    algorithms: ['ES256', 'EdDSA'],
    issuer: identity.issuer,
    audience: identity.audience,
    requiredClaims: ['exp', 'iat', 'sub'],
    maxTokenAge: identity.maxAge ?? 600,
    clockTolerance: 5,
  });
  const { sub } = payload;
  if (typeof sub !== 'string' || !sub || sub.length > 255 || personalIdIn(sub))
    throw new Failure('unauthorized');
  return sub;
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
  return async (authorization) => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1];
    if (!token || !identity) throw new Failure('unauthorized');
    try {
      return await Promise.any(
        candidates(await keysNow(), token).map((key) => subjectOf(token, key, identity)),
      );
    } catch {
      throw new Failure('unauthorized');
    }
  };
}
