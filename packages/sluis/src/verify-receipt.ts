import { verifyReceipt as verify } from '@sluis/consent';
import type { Receipt } from '@sluis/schema';
import { sha256 } from './sha256.js';

/**
 * Checks a receipt offline, in a browser or in Node: its chain of decisions, and the texts that they name.
 * @returns ids of decisions and hashes of policies that do not hold; empty when all do
 */
export function verifyReceipt(
  receipt: Pick<Receipt, 'history' | 'policies'>,
): Promise<readonly string[]> {
  return verify(receipt, sha256);
}
