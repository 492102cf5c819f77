/** The check on the digits of a Dutch citizen number: weights 9 to 2, then -1, divisible by 11. */
function passesElfproef(text: string): boolean {
  if (!/^\d{8,9}$/.test(text)) return false;
  const digits = [...text.padStart(9, '0')].map(Number);
  const sum = digits.reduce(
    (total, digit, index) => total + digit * (index === 8 ? -1 : 9 - index),
    0,
  );
  return sum % 11 === 0;
}

/** ISO 13616: country and check digits to the end, letters as 10 to 35, remainder 1 of 97. */
function isIban(text: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text)) return false;
  const digits = `${text.slice(4)}${text.slice(0, 4)}`.replace(
    /[A-Z]/g,
    (letter) => `${letter.charCodeAt(0) - 55}`,
  );
  return BigInt(digits) % 97n === 1n;
}

function hasMailAddress(text: string): boolean {
  return /[^\s@]@[^\s@]+\.[^\s@]/.test(text);
}

/**
 * Does an id look like a citizen number (BSN: only where the law says so, UAVG art. 46; PROMISES
 * S43), an account number or a mail address? Also in the usual spelling with spaces, dots or dashes,
 * and as a part of a longer name such as `urn:bsn:...`. One in eleven numbers of eight or nine
 * digits passes the elfproef by chance: an id should be opaque.
 */
export function isPersonalId(id: string): boolean {
  const parts = id.split(/[:|/=]/).map((part) => part.replace(/[\s.-]/g, '').toUpperCase());
  return hasMailAddress(id) || parts.some((part) => passesElfproef(part) || isIban(part));
}
