import { linkText } from '@sluis/consent';
import { sha256 } from '../sha256.js';
import type { Head } from './contract.js';

/** The link that follows: over the one before it, the commitment, and when it came. */
export function nextLink(last: Head, commitment: string, receivedAt: number): Head {
  return {
    seq: last.seq + 1,
    link: sha256(linkText(last.link, { commitment, receivedAt })),
  };
}
