import type { Acknowledgement, Decision } from '@sluis/schema';

/** A decision that the server has not acknowledged yet, with the device secret it was made under. */
export interface OutboxEntry {
  readonly decision: Decision;
  readonly secret: string;
}

/** Everything kept in IndexedDB, under one key, so that each change is one transaction. */
export interface StoredRecord {
  readonly version: 1;
  /** Random, base64url. Proves to the server that two decisions are of one device; new after sign-out. */
  readonly secret: string;
  /** The device's own decisions, oldest first. */
  readonly device: readonly Decision[];
  /** What was decided or learned while signed in. Gone at sign-out. */
  readonly account: readonly Decision[];
  readonly outbox: readonly OutboxEntry[];
  /** Canonical policies by their SHA-256. */
  readonly policies: { readonly [hash: string]: string };
  readonly acknowledgements: { readonly [decision: string]: Acknowledgement };
}

export function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}

export function emptyRecord(): StoredRecord {
  return {
    version: 1,
    secret: newSecret(),
    device: [],
    account: [],
    outbox: [],
    policies: {},
    acknowledgements: {},
  };
}

/** What stands in the database is input like any other. Undefined when it is not a record of this version. */
export function parseRecord(value: unknown): StoredRecord | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const record: Partial<StoredRecord> = value;
  const sound =
    record.version === 1 &&
    typeof record.secret === 'string' &&
    Array.isArray(record.device) &&
    Array.isArray(record.account) &&
    Array.isArray(record.outbox) &&
    typeof record.policies === 'object' &&
    typeof record.acknowledgements === 'object';
  return sound ? { ...emptyRecord(), ...record } : undefined;
}
