import { signWords, wordsIn } from './signed-words.js';
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

/** What stands in a link that works without signing in. */
export function linkToken(tenant: Tenant, { owner, language, expiresAt }: LinkClaims): string {
  return signWords(tenant, 'link', [owner, language, String(expiresAt)]);
}

/** The claims of a link that this server signed and that is not too old; undefined for every other. */
export function linkClaims(
  token: string,
  tenants: readonly Tenant[],
  now: number,
): (LinkClaims & { readonly tenant: Tenant }) | undefined {
  const found = wordsIn(token, 'link', tenants);
  const [owner = '', language = '', expires] = found?.words ?? [];
  const expiresAt = Number(expires);
  return found && expiresAt > now
    ? { tenant: found.tenant, owner, language, expiresAt }
    : undefined;
}
