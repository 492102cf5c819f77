/** What a fact tells: an answer, or a right that somebody used. */
export type FactKind = 'decision' | 'case';

/** A fact as it goes into the store and comes out. Facts are added, never changed. */
export interface Fact {
  /** UUIDv7. */
  readonly id: string;
  readonly kind: FactKind;
  /** Keyed hash of the device secret or of the subject it belongs to, hex. */
  readonly owner: string;
  /** Canonical JSON (RFC 8785). */
  readonly body: string;
  /** The server's clock, milliseconds since 1970. */
  readonly receivedAt: number;
  /** When the sweeper takes it, milliseconds since 1970 (PROMISES S07). */
  readonly expiresAt: number;
}

/**
 * What became of a fact: `created`, there already with the `same` content, there with `other`
 * content, there for a `foreign` owner, or not taken because its policy is not stored.
 */
export type Filing =
  | { readonly outcome: 'created' | 'same'; readonly receivedAt: number }
  | { readonly outcome: 'other' | 'foreign' | 'policy-unknown' };

/** The last link of a tenant's chain: `seq` 0 and `link` '' before the first. */
export interface Head {
  readonly seq: number;
  readonly link: string;
}

/** One link of the chain, and what it commits to where that may still be read. */
export interface ChainEntry extends Head {
  readonly commitment: string;
  readonly receivedAt: number;
  /** Absent once the fact was erased or swept. */
  readonly fact?: Fact & { readonly salt: string };
}

/**
 * What the server asks of a database. A promise that resolves means: on disk, it survives a power
 * cut. Hashes are lower-case hex; the tenant comes first in every key. Bodies lie sealed
 * (`sealing.ts`). Every store passes `test/contract/store.test.ts`.
 */
export interface Store {
  /**
   * Adds a fact, once per id, and a link to the tenant's chain.
   * @param policy hash of the policy it names, `''` for none
   */
  fileFact(tenant: string, fact: Fact, policy: string): Promise<Filing>;
  readFact(tenant: string, id: string): Promise<Fact | undefined>;
  /** @returns true when it was new; a policy never changes, so a second one is the same */
  filePolicy(tenant: string, hash: string, text: string): Promise<boolean>;
  readPolicy(tenant: string, hash: string): Promise<string | undefined>;
  /** Links a device to a subject for good. @returns false, and nothing changed, when it is another's */
  linkDevice(tenant: string, device: string, subject: string): Promise<boolean>;
  /** The subject a device is linked to. */
  subjectOf(tenant: string, device: string): Promise<string | undefined>;
  /** All that can be read of a subject and of the devices linked to it, ordered by id. */
  factsOf(tenant: string, subject: string): Promise<readonly Fact[]>;
  /** Changes whenever `factsOf` does, and costs less. */
  versionOf(tenant: string, subject: string): Promise<string>;
  /**
   * Destroys a subject's facts of one kind, devices included, and the keys that old copies of the rows
   * would be read with (GDPR art. 17). The chain stays valid.
   * @returns how many facts there were
   */
  erase(tenant: string, subject: string, kind: FactKind): Promise<number>;
  /** The last link of the tenant's chain. */
  head(tenant: string): Promise<Head>;
  /** At most `limit` links that follow the one with number `after`, in their order. */
  chain(tenant: string, after: number, limit: number): Promise<readonly ChainEntry[]>;
  /** Takes away at most `limit` facts that are past their time; their links stay. @returns how many */
  sweep(tenant: string, now: number, limit: number): Promise<number>;
  /** Keeps a word of the installation; the first value stays. @returns what is kept */
  keep(name: string, value: string): Promise<string>;
  /** Writes for real, so that a full or read-only disk shows. */
  probe(): Promise<void>;
  /** Ends what was begun and lets go of the database. */
  close(): Promise<void>;
}
