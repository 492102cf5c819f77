import type { Answers, Rule, Verdict } from '@sluis/consent';
import type { Decision, Receipt, Relation, SluisError } from '@sluis/schema';

/** What was cleared after a refusal or withdrawal: names of cookies, storage keys, databases and caches. */
export interface CleanupReport {
  readonly removed: readonly string[];
  /** Still there after the attempt: under a path that this page is not on, say. What a server set as HttpOnly no script can see. */
  readonly kept: readonly string[];
  /** What the visitor may be told of both, in the page's language; empty when the texts did not load. */
  readonly sentence: string;
}

/**
 * Something that did not pass, and by which rule of the configuration. Host and path without the
 * query: that may hold personal data.
 */
export type Held = (
  | { readonly kind: 'request'; readonly host: string; readonly path: string }
  | { readonly kind: 'cookie' | 'storage'; readonly key: string }
) & {
  /** `hold` waits for an answer, `drop` is refused. */
  readonly verdict: Verdict;
  readonly rule: Rule;
};

export interface SluisEvents {
  /** An answer now holds, or holds no more; also when another tab or the account changed it. */
  readonly change: undefined;
  /** A decision made on this page is in the record. */
  readonly decision: Decision;
  readonly cleanup: CleanupReport;
  /** Something was held, or would have been with `gate: "report"`; each thing once per rule. */
  readonly held: Held;
  /** The server has everything. */
  readonly synced: undefined;
  /** Something went wrong; the page goes on and what was held stays held. */
  readonly error: SluisError;
}

/** The one object of the SDK: `window.sluis`, and what `createSluis` gives. */
export interface Sluis {
  /** Grants every purpose that is asked. Needs a click or key press of the visitor; false without. */
  acceptAll(): Promise<boolean>;
  refuseAll(): Promise<boolean>;
  /**
   * Answers per purpose id; purposes that are not named keep their answer. `restrict` has the data kept
   * and not used (GDPR art. 18), `lift` ends that.
   */
  save(answers: Answers): Promise<boolean>;
  /** Takes back one purpose, or every consent (GDPR art. 7(3)). */
  withdraw(purpose?: string): Promise<boolean>;
  /** Opens the preferences. */
  open(): Promise<void>;
  /**
   * Says that a person has signed in, by a short-lived token signed by the site's own server.
   * @param relation who that person is to the site, `client` by default: purposes may be for some only
   * @throws {SluisError} I01 (looks like personal data), I02 (refused), N01 (server not to be had)
   */
  identify(token: string, relation?: Relation): Promise<void>;
  /** Nothing of the account stays on the device; its own answers apply again. */
  signOut(): Promise<void>;
  /** May this purpose run now? */
  allows(purpose: string): boolean;
  /** Calls back on each event; gives the way to stop. */
  on<E extends keyof SluisEvents>(event: E, callback: (detail: SluisEvents[E]) => void): () => void;
  /** Every decision that counts here, oldest first. */
  history(): Promise<readonly Decision[]>;
  /** Proof of the last decision: what was shown, what was answered, what the server said of it. */
  receipt(): Promise<Receipt | undefined>;
}

declare global {
  interface Window {
    /** Set by the page script. */
    sluis?: Sluis;
  }
}
