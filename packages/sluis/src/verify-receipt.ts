import { verifyReceipt as verify } from '@sluis/consent';
import type { Receipt } from '@sluis/schema';

async function sha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Checks a receipt offline, in a browser or in Node: its chain of decisions, and the texts that they name.
 * @returns ids of decisions and hashes of policies that do not hold; empty when all do
 */
export function verifyReceipt(
  receipt: Pick<Receipt, 'history' | 'policies'>,
): Promise<readonly string[]> {
  return verify(receipt, sha256);
}
