import type { Acknowledgement, Decision } from '@sluis/schema';
import { newSecret, type StoredRecord } from './stored-record.js';

/** Whose decision it is: the device's own, or the signed-in person's. */
export type Side = 'device' | 'account';

export interface Addition {
  readonly decision: Decision;
  /** The canonical policy that was shown. */
  readonly policy: string;
  readonly side: Side;
  /** Is there a backend that must hear of it? */
  readonly send: boolean;
}

function isNewTo(record: StoredRecord, { id }: Decision): boolean {
  return ![...record.device, ...record.account].some((decision) => decision.id === id);
}

/** Adds a fact once, together with what was shown and, if a server must hear of it, its place in the outbox. */
export function withDecision(record: StoredRecord, addition: Addition): StoredRecord {
  const { decision, policy, side, send } = addition;
  if (!isNewTo(record, decision)) return record;
  const entry = { decision, secret: record.secret };
  return {
    ...record,
    [side]: [...record[side], decision],
    policies: decision.policy ? { ...record.policies, [decision.policy]: policy } : record.policies,
    outbox: send ? [...record.outbox, entry] : record.outbox,
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

export function withAccount(record: StoredRecord, account: readonly Decision[]): StoredRecord {
  return { ...record, account };
}

/**
 * Nothing of the account stays (S15). What the server has not acknowledged yet is the one exception:
 * it leaves with the outbox, under the secret that it was made with.
 */
export function withoutAccount(record: StoredRecord): StoredRecord {
  const own = new Set(record.device.map(({ id }) => id));
  const acknowledged = Object.entries(record.acknowledgements).filter(([id]) => own.has(id));
  return {
    ...record,
    account: [],
    acknowledgements: Object.fromEntries(acknowledged),
    secret: newSecret(),
  };
}
