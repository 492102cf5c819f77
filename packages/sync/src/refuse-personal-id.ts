import { SluisError } from '@sluis/schema';

/** The Dutch citizen number's own check: weights 9 to 2, and -1 for the last digit, in elevens. */
function isBsn(text: string): boolean {
  if (!/^\d{8,9}$/.test(text)) return false;
  const digits = [...text.padStart(9, '0')].map(Number);
  const sum = digits.reduce((total, digit, i) => total + digit * (i === 8 ? -1 : 9 - i), 0);
  return sum > 0 && sum % 11 === 0;
}

/** ISO 13616: country, check digits and account, which leave 1 when divided by 97. */
function isIban(text: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text)) return false;
  const turned = text.slice(4) + text.slice(0, 4);
  let rest = 0;
  for (const character of turned) rest = Number(`${rest}${parseInt(character, 36)}`) % 97;
  return rest === 1;
}

/**
 * A citizen number may be used only where the law says so (S43), and none of these belongs in a
 * consent record. Dots, dashes and spaces do not hide one.
 * @throws {SluisError} I01
 */
export function refusePersonalId(value: string): void {
  const plain = value.replace(/[\s.-]/g, '').toUpperCase();
  if (isBsn(plain)) throw new SluisError('I01', 'a citizen number (BSN)');
  if (isIban(plain)) throw new SluisError('I01', 'an account number (IBAN)');
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value.trim())) throw new SluisError('I01', 'a mail address');
}
