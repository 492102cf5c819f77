import type { Acknowledgement, Decision } from '@sluis/schema';
import { newSecret, type Link, type StoredRecord } from './stored-record.js';

/** Whose decision it is: the device's own, or the signed-in person's. */
export type Side = 'device' | 'account';

export interface Addition {
  readonly decision: Decision;
  /** The canonical policy that was shown. */
  readonly policy: string;
  readonly side: Side;
  /** The device's, as it was made under. */
  readonly secret: string;
  /** Its link in the side's chain; none where nothing can be hashed. */
  readonly link?: Link | undefined;
  /** Is there a backend that must hear of it? */
  readonly send: boolean;
}

function isNewTo({ device, account, outbox }: StoredRecord, { id }: Decision): boolean {
  const leaving = outbox.map(({ decision }) => decision);
  return ![...device, ...account, ...leaving].some((decision) => decision.id === id);
}

/** Hash of the last link of a side's chain; before the first, the side's name. */
export function lastLink(record: StoredRecord, side: Side): string {
  const linked = record[side].filter(({ id }) => record.links[id]);
  return record.links[linked.at(-1)?.id ?? '']?.hash ?? side;
}

/** Has the person signed out since it was made (S15)? */
function isOrphan({ secret }: StoredRecord, made: Pick<Addition, 'side' | 'secret'>): boolean {
  return made.side === 'account' && made.secret !== secret;
}

/** Is everything done with it that `withDecision` does? */
export function hasDecision(
  record: StoredRecord,
  made: Pick<Addition, 'decision' | 'side' | 'secret'>,
): boolean {
  return !isNewTo(record, made.decision) || isOrphan(record, made);
}

/**
 * Adds a fact once, together with what was shown and, if a server must hear of it, its place in the
 * outbox. Not where another tab has added to the chain meanwhile: then its link is made anew. Of a person who
 * has signed out meanwhile it only leaves.
 */
export function withDecision(record: StoredRecord, addition: Addition): StoredRecord {
  const { decision, policy, side, secret, send, link } = addition;
  if (!isNewTo(record, decision)) return record;
  const isGone = isOrphan(record, addition);
  if (!isGone && link && link.previous !== lastLink(record, side)) return record;
  const entry = { decision, secret: isGone ? secret : record.secret };
  const leaving = {
    ...record,
    policies: decision.policy ? { ...record.policies, [decision.policy]: policy } : record.policies,
    outbox: send ? [...record.outbox, entry] : record.outbox,
  };
  if (isGone) return leaving;
  return {
    ...leaving,
    [side]: [...record[side], decision],
    told: decision.policy || record.told,
    links: link ? { ...record.links, [decision.id]: link } : record.links,
  };
}

export function withAcknowledgement(record: StoredRecord, said: Acknowledgement): StoredRecord {
  return {
    ...withoutEntry(record, said.id),
    acknowledgements: { ...record.acknowledgements, [said.id]: said },
  };
}

/** The server will never take it, or has taken it: it need not be sent again. */
export function withoutEntry(record: StoredRecord, id: string): StoredRecord {
  return { ...record, outbox: record.outbox.filter(({ decision }) => decision.id !== id) };
}

/** The person has been told of this policy (S51). */
export function withTold(record: StoredRecord, hash: string, policy: string): StoredRecord {
  if (!hash || record.told === hash) return record;
  return { ...record, told: hash, policies: { ...record.policies, [hash]: policy } };
}

export function withAccount(record: StoredRecord, account: readonly Decision[]): StoredRecord {
  return { ...record, account };
}

/**
 * Nothing of the account stays (S15). What the server has not acknowledged yet is the one exception:
 * it leaves with the outbox, under the secret that it was made with.
 */
export function withoutAccount(record: StoredRecord): StoredRecord {
  const own = new Set(record.device.map(({ id }) => id));
  const ownOnes = <T>(all: { readonly [id: string]: T }): { readonly [id: string]: T } =>
    Object.fromEntries(Object.entries(all).filter(([id]) => own.has(id)));
  return {
    ...record,
    account: [],
    acknowledgements: ownOnes(record.acknowledgements),
    links: ownOnes(record.links),
    secret: newSecret(),
  };
}
