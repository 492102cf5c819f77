/** A decision as it lies in the store. */
export interface DecisionRecord {
  readonly id: string;
  /** Keyed hash of the device secret, hex. */
  readonly device: string;
  /** The canonical decision (RFC 8785). */
  readonly body: string;
  /** The server's clock, milliseconds since 1970. */
  readonly receivedAt: number;
}

/**
 * What became of a decision: `created`, there already with the `same` content, there with `other`
 * content, there for a `foreign` device, or not taken because its policy is not stored.
 */
export type Filing =
  | { readonly outcome: 'created' | 'same'; readonly receivedAt: number }
  | { readonly outcome: 'other' | 'foreign' | 'policy-unknown' };

/**
 * What the server asks of a database. A promise that resolves means: on disk, it survives a power
 * cut. Hashes are lower-case hex. Every store passes `test/contract/store.test.ts`.
 */
export interface Store {
  /**
   * Adds a decision, once per id.
   * @param policy hash of the policy it names, `''` for none
   */
  fileDecision(record: DecisionRecord, policy: string): Promise<Filing>;
  readDecision(id: string): Promise<DecisionRecord | undefined>;
  /** @returns true when it was new; a policy never changes, so a second one is the same */
  filePolicy(hash: string, text: string): Promise<boolean>;
  readPolicy(hash: string): Promise<string | undefined>;
  /** Links a device to a subject for good. @returns false, and nothing changed, when it is another's */
  linkDevice(device: string, subject: string): Promise<boolean>;
  /** The subject a device is linked to. */
  subjectOf(device: string): Promise<string | undefined>;
  /** Bodies of all decisions of all devices of a subject, ordered by id. */
  decisionsOf(subject: string): Promise<readonly string[]>;
  /** Keeps a word of the installation; the first value stays. @returns what is kept */
  keep(name: string, value: string): Promise<string>;
  /** Writes for real, so that a full or read-only disk shows. */
  probe(): Promise<void>;
  /** Ends what was begun and lets go of the database. */
  close(): Promise<void>;
}
