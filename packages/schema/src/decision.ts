/**
 * What was said of one purpose. `withdrawn` takes a grant back (GDPR art. 7(3)), `objected` is
 * art. 21 and no withdrawal; `unobjected` takes an objection back.
 */
export type Answer = 'granted' | 'refused' | 'withdrawn' | 'objected' | 'unobjected';

/** How the answer was given. */
export type Method = 'banner' | 'preferences' | 'opt-out' | 'gpc' | 'api' | 'desk' | 'mail';

export interface PurposeAnswer {
  readonly answer: Answer;
  /** Fingerprint of the purpose as it was shown: a grant holds for these terms only. */
  readonly terms: string;
}

/** A fact that is only ever added to. No address, no user agent, no URL: see PROMISES S46. */
export interface Decision {
  /** UUIDv7: carries the moment in its first 48 bits. */
  readonly id: string;
  /** SHA-256 (hex) of the canonical policy that was shown, `''` where the page has no `crypto.subtle`. */
  readonly policy: string;
  readonly purposes: { readonly [purpose: string]: PurposeAnswer };
  readonly method: Method;
  /** Language tag of the text that was shown. */
  readonly language: string;
  /** Host name of the site where it was shown. */
  readonly surface: string;
  /** ISO 8601, as the device's clock had it. */
  readonly at: string;
}

/** What the server says when it has a decision on disk. */
export interface Acknowledgement {
  readonly id: string;
  /** SHA-256 (hex) of the canonical decision. */
  readonly hash: string;
  /** ISO 8601, the server's clock. */
  readonly receivedAt: string;
}

/** The visitor's proof: the decision, what was shown, and what the server said of it, if it did. */
export interface Receipt {
  readonly schema: 'ISO/IEC TS 27560:2023';
  readonly decision: Decision;
  /** The canonical policy, as text: its SHA-256 is `decision.policy`. */
  readonly policy: string;
  readonly acknowledgement?: Acknowledgement;
}

/** What `GET /v1/me` answers. */
export interface Account {
  readonly decisions: readonly Decision[];
}

/** Does this answer let the purpose go on? */
export function isAllowing(answer: Answer): boolean {
  return answer === 'granted' || answer === 'unobjected';
}
