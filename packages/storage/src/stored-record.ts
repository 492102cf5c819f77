import type { Acknowledgement, Decision } from '@sluis/schema';

/** A decision that the server has not acknowledged yet, with the device secret it was made under. */
export interface OutboxEntry {
  readonly decision: Decision;
  readonly secret: string;
}

/** SHA-256 (hex) over the link before and the decision, so that neither can be changed later unseen. */
export interface Link {
  readonly previous: string;
  readonly hash: string;
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
  /** Hash of the policy that the person was last told of, by a question or a notice. */
  readonly told?: string | undefined;
  /** The chain over this device's decisions, by decision. */
  readonly links: { readonly [decision: string]: Link };
  readonly acknowledgements: { readonly [decision: string]: Acknowledgement };
}

export function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}

function isDecision(value: unknown): boolean {
  const { id, purposes, at }: Partial<Decision> = Object(value);
  return typeof id === 'string' && typeof at === 'string' && typeof purposes === 'object';
}

function listIn<T>(value: readonly T[] | undefined, isSound: (one: T) => boolean): readonly T[] {
  return Array.isArray(value) ? value.filter(isSound) : [];
}

function mapIn<T>(value: { readonly [key: string]: T } | undefined): { readonly [key: string]: T } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

/**
 * What stands in the database is input like any other: of a damaged record everything that can be read
 * is kept, since it may have been acknowledged, and what a later release has added under this version too. (What it
 * adds for the account would outlive a sign-out here, and needs a new version.)
 * @throws when a newer version wrote it, which must not be written over
 */
export function parseRecord(value: unknown): StoredRecord {
  const record: Partial<Omit<StoredRecord, 'version'>> & { version?: unknown } = Object(value);
  if (typeof record.version === 'number' && record.version > 1)
    throw new Error(`version ${record.version}`);
  const { secret, told } = record;
  return {
    ...record,
    version: 1,
    secret: typeof secret === 'string' ? secret : newSecret(),
    told: typeof told === 'string' ? told : undefined,
    device: listIn(record.device, isDecision),
    account: listIn(record.account, isDecision),
    outbox: listIn(record.outbox, (entry) => isDecision(Object(entry).decision)),
    policies: mapIn(record.policies),
    links: mapIn(record.links),
    acknowledgements: mapIn(record.acknowledgements),
  };
}
