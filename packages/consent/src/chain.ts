import type { ChainedDecision, Receipt } from '@sluis/schema';
import { canonical } from './canonical-policy.js';

/** SHA-256 of a text (UTF-8), in hex: a port, because the model has no `crypto`. */
export type Digest = (text: string) => Promise<string>;

/** What a link of a chain is made of: the one before it, and the fact in its canonical spelling. */
export function linkText(previous: string, fact: object): string {
  return `${previous}${canonical(fact)}`;
}

async function isSoundLink(
  entry: ChainedDecision,
  before: ReadonlySet<string>,
  digest: Digest,
): Promise<boolean> {
  const { decision, previous, hash } = entry;
  return before.has(previous) && (await digest(linkText(previous, decision))) === hash;
}

/**
 * Checks a receipt by itself, without a server: that no decision in it was changed, left out in between
 * or put in later, and that each policy in it is the one that the decisions name.
 * @returns the ids of decisions, and the hashes of policies, that do not hold; empty when all do
 */
export async function verifyReceipt(
  { history, policies }: Pick<Receipt, 'history' | 'policies'>,
  digest: Digest,
): Promise<readonly string[]> {
  const faults: string[] = [];
  const links = new Set(['device', 'account']);
  for (const entry of history) {
    if (!(await isSoundLink(entry, links, digest))) faults.push(entry.decision.id);
    links.delete(entry.previous); // two that follow the same one: one of them was put in
    links.add(entry.hash);
  }
  for (const [hash, text] of Object.entries(policies))
    if ((await digest(text)) !== hash) faults.push(hash);
  return faults;
}
