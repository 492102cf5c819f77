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

/** A message that somebody was sent, or may be sent now. */
export interface Contact {
  /** Made by the sender: asked twice, it counts once. */
  readonly id: string;
  /** Keyed hash, hex. */
  readonly subject: string;
  readonly channel: string;
  readonly kind: string;
  /** Does it count for the limit? */
  readonly counted: boolean;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** May it be sent? If not, the moment of the contact that stands in the way. */
export type Claim =
  | { readonly granted: true }
  | { readonly granted: false; readonly since: number };

/** What a person did that a purpose of the site records: opened a mail, ran a simulation. */
export interface Activity {
  /** The same one twice is one. */
  readonly id: string;
  /** Keyed hash, hex. */
  readonly subject: string;
  /** The purpose it is recorded for. */
  readonly purpose: string;
  readonly kind: string;
  /** Path of the page, or name of the mailing. */
  readonly place: string;
  /** Had this person, at that moment, allowed that it is put through models (PROMISES S09)? */
  readonly profiling: boolean;
  /** The server's clock, milliseconds since 1970. */
  readonly at: number;
  /** When the sweeper takes it, milliseconds since 1970 (PROMISES S07). */
  readonly expiresAt: number;
}

/** What people did on a day, together. */
export interface ActivityCount {
  /** ISO 8601, UTC. */
  readonly day: string;
  readonly purpose: string;
  readonly kind: string;
  readonly place: string;
  readonly count: number;
  readonly people: number;
}

/** How often an answer was given on a day: no id, no device, no person. */
export interface Count {
  /** ISO 8601, UTC. */
  readonly day: string;
  readonly purpose: string;
  readonly answer: string;
  readonly method: string;
  readonly language: string;
  readonly count: number;
}

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
export interface Store extends Messages {
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
  /** All that can be read of a subject and of the devices linked to it, or of one device, ordered by id. */
  factsOf(tenant: string, subject: string): Promise<readonly Fact[]>;
  /** Changes whenever `factsOf` does, and costs less. */
  versionOf(tenant: string, subject: string): Promise<string>;
  /**
   * Destroys a subject's facts of one kind, devices included, and the keys that old copies of the rows
   * would be read with (GDPR art. 17). The chain stays valid.
   * @returns how many facts there were
   */
  erase(tenant: string, subject: string, kind: FactKind): Promise<number>;
  /**
   * Notes a contact, unless as many as `most` that count came after `after`. Of those who ask for one person
   * at once, no more than may get a yes.
   */
  claimContact(tenant: string, contact: Contact, after: number, most: number): Promise<Claim>;
  /** Contacts of a subject, oldest first. */
  contactsOf(tenant: string, subject: string): Promise<readonly Contact[]>;
  /** Takes a subject's contacts away, or everybody's before a moment. @returns how many */
  dropContacts(
    tenant: string,
    whose: { readonly subject: string } | { readonly before: number },
  ): Promise<number>;
  addActivities(tenant: string, activities: readonly Activity[]): Promise<void>;
  /** Activities of a subject, oldest first. */
  activitiesOf(tenant: string, subject: string): Promise<readonly Activity[]>;
  /** Takes a subject's activities away, or everybody's that are past their time at a moment. @returns how many */
  dropActivities(
    tenant: string,
    whose: { readonly subject: string } | { readonly expired: number },
  ): Promise<number>;
  /** Counts of what was done from one moment until before another, by day, purpose, kind and place. */
  countActivities(tenant: string, from: number, until: number): Promise<readonly ActivityCount[]>;
  /** The number of the last link that was counted. */
  counted(tenant: string): Promise<number>;
  /** Adds counts of the links after `from` up to `to`. @returns false, and adds nothing, where they are in already */
  addCounts(tenant: string, from: number, to: number, counts: readonly Count[]): Promise<boolean>;
  /** Counts of all days from the first to the last, both ISO 8601. */
  countsBetween(tenant: string, first: string, last: string): Promise<readonly Count[]>;
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

/** Something that a recipient is to be told. */
export interface Message {
  readonly id: string;
  /** Its name in the settings. */
  readonly recipient: string;
  /** What is sent; sealed where it lies, since it names a person. */
  readonly body: string;
}

/** What recipients have not been told yet. */
export interface Messages {
  /** Keeps them until they are dropped or expire; one whose id is there stays as it is. @param dueAt when they are tried again, milliseconds since 1970 */
  addMessages(
    tenant: string,
    messages: readonly Message[],
    dueAt: number,
    expiresAt: number,
  ): Promise<void>;
  /**
   * At most `limit` that are due, the longest first. They are due again at `again`, so that of several who ask
   * at once each message goes to one.
   */
  takeMessages(
    tenant: string,
    now: number,
    again: number,
    limit: number,
  ): Promise<readonly Message[]>;
  dropMessage(tenant: string, id: string): Promise<void>;
  /** Takes away those that are past their time. @returns how many */
  expireMessages(tenant: string, now: number): Promise<number>;
}

/** The part of a store that only reads, so that nothing in it waits for the disk. */
export type Reads = Pick<
  Store,
  | 'readFact'
  | 'readPolicy'
  | 'subjectOf'
  | 'factsOf'
  | 'versionOf'
  | 'head'
  | 'chain'
  | 'contactsOf'
  | 'activitiesOf'
  | 'countActivities'
  | 'counted'
  | 'countsBetween'
>;
