import { timingSafeEqual } from 'node:crypto';
import type { Tenant } from './tenant.js';

/** Whom a signed link is for. */
export interface LinkClaims {
  /** Keyed hash, hex. */
  readonly owner: string;
  readonly language: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** How long a link in a mail works, milliseconds. */
export const linkLife: number = 365 * 24 * 3600 * 1000;

/** `tenant.claims.signature`: what stands in a link that works without signing in. */
export function linkToken(tenant: Tenant, { owner, language, expiresAt }: LinkClaims): string {
  const claims = `${owner}.${language}.${expiresAt}`;
  return `${tenant.id}.${claims}.${tenant.hash('link', claims)}`;
}

/** The claims of a link that this server signed and that is not too old; undefined for every other. */
export function linkClaims(
  token: string,
  tenants: readonly Tenant[],
  now: number,
): (LinkClaims & { readonly tenant: Tenant }) | undefined {
  const [id, owner = '', language = '', expires = '', signature = ''] = token.split('.');
  const tenant = tenants.find((one) => one.id === id);
  if (!tenant) return undefined;
  const expected = Buffer.from(tenant.hash('link', `${owner}.${language}.${expires}`));
  const given = Buffer.from(signature);
  const isSigned = given.length === expected.length && timingSafeEqual(given, expected);
  const expiresAt = Number(expires);
  return isSigned && expiresAt > now ? { tenant, owner, language, expiresAt } : undefined;
}
