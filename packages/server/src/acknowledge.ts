import type { Acknowledgement, Decision } from '@sluis/schema';
import { sha256 } from './sha256.js';

/** How much older than its arrival a decision may claim to be without a word, milliseconds. */
const slack = 24 * 3600 * 1000;

/**
 * What the server says of a decision that is on disk: the device's time stays as claimed, the server's
 * is beside it, and a great difference is told (a page may send what it kept while it was offline).
 * @param body the canonical decision
 */
export function acknowledge(
  { id, at }: Decision,
  body: string,
  receivedAt: number,
): Acknowledgement {
  return {
    id,
    hash: sha256(body),
    receivedAt: new Date(receivedAt).toISOString(),
    ...(receivedAt - Date.parse(at) > slack && { backdated: true }),
  };
}
