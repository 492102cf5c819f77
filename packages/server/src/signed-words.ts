import { timingSafeEqual } from 'node:crypto';
import type { Tenant } from './tenant.js';

/** What a signature is for: a link that was signed for one is none for the other. */
type Use = 'link' | 'mail';

/** `tenant.word.word.signature`: what stands in an address that works without signing in. No word has a dot. */
export function signWords(tenant: Tenant, use: Use, words: readonly string[]): string {
  const said = words.join('.');
  return `${tenant.id}.${said}.${tenant.hash(use, said)}`;
}

/** The words of what this server signed for this use, and whose they are; undefined for everything else. */
export function wordsIn(
  signed: string,
  use: Use,
  tenants: readonly Tenant[],
): { readonly tenant: Tenant; readonly words: readonly string[] } | undefined {
  const [id, ...words] = signed.split('.');
  const given = Buffer.from(words.pop() ?? '');
  const tenant = tenants.find((one) => one.id === id);
  if (!tenant) return undefined;
  const expected = Buffer.from(tenant.hash(use, words.join('.')));
  const isSigned = given.length === expected.length && timingSafeEqual(given, expected);
  return isSigned ? { tenant, words } : undefined;
}
