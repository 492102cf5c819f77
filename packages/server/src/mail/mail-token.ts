import { signWords, wordsIn } from '../signed-words.js';
import type { Tenant } from '../tenant.js';

/** Which mail it is, and under which purpose its opening may be recorded. */
export interface MailClaims {
  /** Keyed hash, hex. */
  readonly subject: string;
  readonly mailing: string;
  readonly purpose: string;
  /** When it was sent. Milliseconds since 1970. */
  readonly sentAt: number;
}

/** How long after sending an opening counts, milliseconds. */
const mailLife: number = 90 * 24 * 3600 * 1000;

/** What stands in the address of a mail's pixel. */
export function mailToken(
  tenant: Tenant,
  { subject, mailing, purpose, sentAt }: MailClaims,
): string {
  return signWords(tenant, 'mail', [subject, mailing, purpose, String(sentAt + mailLife)]);
}

/** The claims of a token that this server signed and that is not too old; undefined for every other. */
export function mailClaims(
  token: string,
  tenants: readonly Tenant[],
  now: number,
): (MailClaims & { readonly tenant: Tenant }) | undefined {
  const found = wordsIn(token, 'mail', tenants);
  const [subject = '', mailing = '', purpose = '', expires] = found?.words ?? [];
  const expiresAt = Number(expires);
  return found && expiresAt > now
    ? { tenant: found.tenant, subject, mailing, purpose, sentAt: expiresAt - mailLife }
    : undefined;
}
