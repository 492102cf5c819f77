import { nextLink } from './database/next-link.js';
import { commitmentText } from './database/sealing.js';
import { isSignedHead, type SignedHead } from './head-signing.js';
import { sha256 } from './sha256.js';

/** The first thing in an export that does not hold. */
export interface Fault {
  /** Number of the link, where it is one. */
  readonly seq?: number;
  readonly why: string;
}

interface ExportedFact {
  readonly id: string;
  readonly kind: 'decision' | 'case';
  readonly owner: string;
  readonly body: string;
  readonly salt: string;
}

interface ExportedEntry {
  readonly seq: number;
  readonly link: string;
  readonly commitment: string;
  readonly receivedAt: number;
  readonly fact?: ExportedFact;
}

const whole = { format: 'string', head: 'object', entries: 'object', policies: 'object' } as const;

type Type = 'string' | 'number' | 'object';

/** Exactly these words of these types: a word that nothing covers would be one that anybody may change. */
function has(value: unknown, words: { readonly [word: string]: Type }): value is object {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const entries = Object.entries(value);
  return (
    entries.length === Object.keys(words).length &&
    entries.every(([word, content]) => content !== null && typeof content === words[word])
  );
}

const link = { seq: 'number', link: 'string', commitment: 'string', receivedAt: 'number' } as const;

function isEntry(value: unknown): value is ExportedEntry {
  if (has(value, link)) return true;
  const fact = {
    id: 'string',
    kind: 'string',
    owner: 'string',
    body: 'string',
    salt: 'string',
  } as const;
  return has(value, { ...link, fact: 'object' }) && 'fact' in value && has(value.fact, fact);
}

function isHead(value: unknown): value is SignedHead {
  return has(value, {
    tenant: 'string',
    seq: 'number',
    link: 'string',
    at: 'string',
    publicKey: 'string',
    signature: 'string',
  });
}

/** Policies whose text is what their hash says. */
function policiesIn(value: unknown): ReadonlySet<string> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const entries = Object.entries(value);
  const sound = entries.every(([hash, text]) => typeof text === 'string' && sha256(text) === hash);
  return sound ? new Set(entries.map(([hash]) => hash)) : undefined;
}

function faultIn(
  entry: unknown,
  last: { readonly seq: number; readonly link: string },
  policies: ReadonlySet<string>,
): string | undefined {
  if (!isEntry(entry)) return 'it has not the words of a link';
  const next = nextLink(last, entry.commitment, entry.receivedAt);
  if (entry.seq !== next.seq) return `it has the number ${entry.seq}`;
  if (entry.link !== next.link) return 'it does not follow from the link before it';
  if (!entry.fact) return undefined;
  if (sha256(commitmentText(entry.fact.salt, entry.fact)) !== entry.commitment)
    return 'its content is not what was committed to';
  if (entry.fact.kind !== 'decision') return undefined;
  const { policy }: { readonly policy?: string } = JSON.parse(entry.fact.body);
  return policy && !policies.has(policy) ? 'the policy that it names is missing' : undefined;
}

type Link = Pick<ExportedEntry, 'seq' | 'link'>;

/** The last link of a chain that holds, or the fault in it. */
function lastOf(
  entries: readonly unknown[],
  policies: ReadonlySet<string>,
): { readonly last: Link } | Fault {
  let last: Link = { seq: 0, link: '' };
  for (const entry of entries) {
    const why = faultIn(entry, last, policies);
    if (why !== undefined) return { seq: last.seq + 1, why };
    if (isEntry(entry)) last = entry;
  }
  return { last };
}

function faultInHead(head: unknown, last: Link, publicKey: string | undefined): Fault | undefined {
  if (!isHead(head) || !isSignedHead(head)) return { why: 'the head is not signed' };
  if (publicKey !== undefined && head.publicKey !== publicKey)
    return { why: 'the head is signed by another key' };
  if (head.seq === last.seq && head.link === last.link) return undefined;
  return { seq: last.seq, why: `the chain ends here, its signed head is number ${head.seq}` };
}

function isExport(value: unknown): value is { readonly [word in keyof typeof whole]: unknown } {
  return has(value, whole);
}

/**
 * Checks an export by itself, without a server: every link, every fact that is still there, every policy,
 * and the signature of the head.
 * @param publicKey the signer's as it was published, hex; without it any signer will do
 * @returns the first fault, nothing when all holds
 */
export function verifyExport(document: unknown, publicKey?: string): Fault | undefined {
  if (!isExport(document) || !Array.isArray(document.entries))
    return { why: 'this is not an export of a chain' };
  if (document.format !== 'sluis-chain-1') return { why: 'this format is not known' };
  const policies = policiesIn(document.policies);
  if (!policies) return { why: 'a policy is not what its hash says' };
  const found = lastOf(document.entries, policies);
  return 'why' in found ? found : faultInHead(document.head, found.last, publicKey);
}
