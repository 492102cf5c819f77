import { canonicalPolicy, linkText, merge, stateOf } from '@sluis/consent';
import type { Decision, Policy, SluisError, State } from '@sluis/schema';
import {
  hasDecision,
  lastLink,
  openRecord,
  withAccount,
  withAcknowledgement,
  withDecision,
  withoutAccount,
  withoutEntry,
  withTold,
  type Link,
  type RecordStore,
  type Side,
  type StoredRecord,
} from '@sluis/storage';
import {
  connectBackend,
  openOutbox,
  refusePersonalId,
  type Backend,
  type Outbox,
} from '@sluis/sync';
import { sha256 } from './sha256.js';

/** A decision before it is known under which policy hash it stands. */
export type Draft = Omit<Decision, 'policy'>;

export interface RecordRoomPort {
  /** Of now: signing in may change it. */
  policy(): Policy;
  /** Is someone signed in, or not signed out yet? The account's decisions count only then (S15). */
  hasAccount(): boolean;
  report(error: SluisError): void;
  /** Everything is where it belongs: in the record, and at the server if there is one. */
  settled(): void;
  synced(): void;
}

/** IndexedDB and the server, behind one door. Loaded after the first paint, never on the way to a tag. */
export interface RecordRoom {
  /** Adds a fact; the same id again changes nothing. */
  add(draft: Draft, side: Side): Promise<Decision>;
  /** Where the device's own purposes stand by the record. */
  deviceState(): Promise<State>;
  history(): Promise<readonly Decision[]>;
  /** Everything that is kept, for what is made of it: a receipt, a look at what has changed. */
  read(): Promise<StoredRecord>;
  /** The person has been told of the present policy. */
  told(): Promise<void>;
  /** Gives where the person's purposes stand. */
  identify(token: string): Promise<State>;
  signOut(): Promise<void>;
}

function allDecisions({ device, account }: StoredRecord): readonly Decision[] {
  return merge(device, account);
}

async function linkAfter(previous: string, decision: Decision): Promise<Link | undefined> {
  const hash = await sha256(linkText(previous, decision));
  return hash ? { previous, hash } : undefined;
}

function outboxOf(store: RecordStore, backend: Backend, port: RecordRoomPort): Outbox {
  return openOutbox(backend, {
    async waiting() {
      const record = await store.read();
      const known = new Set(
        allDecisions(record)
          .filter(({ id }) => record.acknowledgements[id])
          .map(({ policy }) => policy),
      );
      return record.outbox.map((entry) => ({
        ...entry,
        policy: record.policies[entry.decision.policy],
        isPolicyKnown: known.has(entry.decision.policy),
      }));
    },
    keep: async (said) => void (await store.change((record) => withAcknowledgement(record, said))),
    async giveUp(id, error) {
      await store.change((record) => withoutEntry(record, id));
      port.report(error);
    },
    emptied() {
      port.settled();
      port.synced();
    },
    delayed: port.report,
  });
}

export function openRecordRoom(port: RecordRoomPort): RecordRoom {
  const store = openRecord(port.report);
  const address = port.policy().backend;
  const backend = address ? connectBackend(address) : undefined;
  const outbox = backend && outboxOf(store, backend, port);

  const shown = (record: StoredRecord): readonly Decision[] =>
    port.hasAccount() ? allDecisions(record) : record.device;

  const link = async (server: Backend, token: string): Promise<readonly Decision[]> => {
    const { secret } = await store.change((record) => record);
    const known = await server.link(token, secret);
    if (known) return known;
    const renewed = await store.change(withoutAccount); // the device was someone else's
    return (await server.link(token, renewed.secret)) ?? [];
  };

  return {
    async add(draft, side) {
      let record = await store.change((now) => now); // which makes its secret, if there is none
      const policy = canonicalPolicy(port.policy());
      const decision: Decision = {
        ...draft,
        policy: draft.method === 'import' ? '' : await sha256(policy),
      };
      const made = { decision, policy, side, send: !!backend, secret: record.secret };
      while (!hasDecision(record, made)) {
        const link = await linkAfter(lastLink(record, side), decision);
        record = await store.change((now) => withDecision(now, { ...made, link }));
      }
      if (outbox) void outbox.flush();
      else port.settled();
      return decision;
    },

    deviceState: async () => stateOf((await store.read()).device),

    history: async () => shown(await store.read()),

    read: async () => {
      const record = await store.read();
      return port.hasAccount() ? record : { ...record, account: [] };
    },

    async told() {
      const policy = canonicalPolicy(port.policy());
      const hash = await sha256(policy);
      await store.change((record) => withTold(record, hash, policy));
    },

    async identify(token) {
      refusePersonalId(token);
      if (!backend) return {};
      await outbox?.flush();
      const decisions = await link(backend, token);
      const { account } = await store.change((record) =>
        withAccount(record, merge(record.account, decisions)),
      );
      return stateOf(account);
    },

    async signOut() {
      await store.change(withoutAccount);
      void outbox?.flush();
    },
  };
}
