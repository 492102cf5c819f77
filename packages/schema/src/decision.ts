import type { ConsentRecord } from './consent-record.js';

/** Takes leave away, or refuses it. Anyone may say it for the visitor, a machine too. */
export type RestrictingAnswer = 'refused' | 'withdrawn' | 'objected' | 'restricted';

/** Gives leave, or gives it back. Only the person can. */
export type AllowingAnswer = 'granted' | 'unobjected' | 'unrestricted';

/**
 * What was said of one purpose. `withdrawn` takes a grant back (GDPR art. 7(3)), `objected` is art. 21
 * and no withdrawal, `restricted` is art. 18: kept, not used, whatever else was answered. The last two
 * have a word that takes them back.
 */
export type Answer = RestrictingAnswer | AllowingAnswer;

/** Each of them. */
export const everyAnswer: readonly Answer[] = [
  'granted',
  'refused',
  'withdrawn',
  'objected',
  'unobjected',
  'restricted',
  'unrestricted',
];

/**
 * How the answer was given; `import` is one that another consent manager had recorded. A browser's
 * signal (Global Privacy Control) is no decision: it holds while it is there.
 */
export type Method =
  | 'banner'
  | 'preferences'
  | 'opt-out'
  | 'embed'
  | 'form'
  | 'api'
  | 'desk'
  | 'mail'
  | 'import';

export interface PurposeAnswer {
  readonly answer: Answer;
  /** Fingerprint of the purpose as it was shown: a grant holds for these terms only. */
  readonly terms: string;
}

/** A fact that is only ever added to. No address, no user agent, no URL: see PROMISES S46. */
export interface Decision {
  /** UUIDv7: orders decisions. It follows the clock, but never goes back on one device. */
  readonly id: string;
  /** SHA-256 (hex) of the canonical policy that was shown, `''` where it is not known or cannot be hashed. */
  readonly policy: string;
  /** By id of the purpose; `@` and an id is a service that was refused by itself, or is so no longer. */
  readonly purposes: { readonly [purpose: string]: PurposeAnswer };
  readonly method: Method;
  /** Language tag of the text that was shown. */
  readonly language: string;
  /** Host name of the site where it was shown. */
  readonly surface: string;
  /** ISO 8601, as the device's clock had it: from here an answer ages. */
  readonly at: string;
  /** By which way the desk heard it; there with the method `desk` only (PROMISES S36). */
  readonly channel?: 'phone' | 'mail' | 'letter' | 'counter' | 'chat';
}

/** What the server says when it has a decision on disk. */
export interface Acknowledgement {
  readonly id: string;
  /** SHA-256 (hex) of the canonical decision. */
  readonly hash: string;
  /** ISO 8601, the server's clock. */
  readonly receivedAt: string;
  /** The device claims a moment more than a day before this one: it was away, or its clock is wrong. */
  readonly backdated?: true;
}

/** A decision in the device's chain: its hash is over the hash before it and the decision. */
export interface ChainedDecision {
  readonly decision: Decision;
  /** For the first, whose chain it is: `device`, or `account` for what was decided while signed in. */
  readonly previous: string;
  /** SHA-256 (hex). */
  readonly hash: string;
}

/** The proof of one decision: what was shown, what was answered, and what the server said of it, if it did. */
export interface Proof {
  readonly schema: 'ISO/IEC TS 27560:2023';
  readonly decision: Decision;
  /** The canonical policy, as text: its SHA-256 is `decision.policy`. */
  readonly policy: string;
  readonly acknowledgement?: Acknowledgement;
}

/** The visitor's own: the proof of the last decision, the same in the terms of the standard, and all before it. */
export interface Receipt extends Proof {
  readonly record: ConsentRecord;
  /** Oldest first; see `verifyReceipt`. Decisions that the device could not hash, or made elsewhere, are not in it. */
  readonly history: readonly ChainedDecision[];
  /** Canonical policies by their SHA-256. */
  readonly policies: { readonly [hash: string]: string };
}

/** What `GET /v1/me` answers. */
export interface Account {
  readonly decisions: readonly Decision[];
}

/** Does this answer let the purpose go on? The words that take a no back begin with `un`. */
export function isAllowing(answer: Answer): answer is AllowingAnswer {
  return answer === 'granted' || answer.startsWith('un');
}
