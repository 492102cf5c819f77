/** The Dutch citizen number's own check: weights 9 to 2, and -1 for the last digit, in elevens. */
function isBsn(text: string): boolean {
  if (!/^\d{8,9}$/.test(text)) return false;
  const digits = [...text.padStart(9, '0')].map(Number);
  const sum = digits.reduce((total, digit, i) => total + digit * (i === 8 ? -1 : 9 - i), 0);
  return sum % 11 === 0;
}

/** ISO 13616: account, country and check digits, letters as 10 to 35, leave 1 when divided by 97. */
function isIban(text: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text)) return false;
  let rest = 0;
  for (const character of text.slice(4) + text.slice(0, 4)) {
    rest = Number(`${rest}${parseInt(character, 36)}`) % 97;
  }
  return rest === 1;
}

export type PersonalId = 'a citizen number (BSN)' | 'an account number (IBAN)' | 'a mail address';

/**
 * Does an id look like something that does not belong in a consent record? A citizen number may be
 * used only where the law says so (UAVG art. 46; S43). Spaces, dots, dashes and a prefix such as
 * `urn:bsn:` hide none. One in eleven numbers of eight or nine digits passes for a BSN by chance: an
 * id should be opaque.
 */
export function personalIdIn(id: string): PersonalId | undefined {
  if (/[^\s@]@[^\s@]+\.[^\s@]/.test(id)) return 'a mail address';
  const parts = id.split(/[:|/=]/).map((part) => part.replace(/[\s.-]/g, '').toUpperCase());
  if (parts.some(isBsn)) return 'a citizen number (BSN)';
  return parts.some(isIban) ? 'an account number (IBAN)' : undefined;
}
