import type { Answers, Change, Standing } from '@sluis/consent';
import type { Decision, Method, Policy, Proof } from '@sluis/schema';
import type { Right } from './messages.js';

/** Something that a script can see on the device. */
export interface Kept {
  readonly kind: 'cookie' | 'localStorage' | 'sessionStorage' | 'database' | 'cache';
  readonly name: string;
  /** Label of the service whose it is; none when it is the site's own. */
  readonly service?: string;
  /** Is it the answer of the visitor, which Sluis keeps? */
  readonly isAnswer: boolean;
  /** Resolves true when it is gone. */
  remove(): Promise<boolean>;
}

/** A right that is used. */
export interface Asked {
  readonly right: Right;
  /** Its id, where the request is about one. */
  readonly purpose?: string;
  /** In the visitor's own words; may be empty. */
  readonly text: string;
}

/** A request that the site's server has on disk. */
export interface Filed {
  readonly right: Right;
  /** By which both sides call it. */
  readonly number: string;
  /** The day until when it must be answered, `YYYY-MM-DD` (GDPR art. 12(3)). */
  readonly answerBy: string;
}

/** All that a surface sees of Sluis: what stands, and one way to decide. */
export interface ConsentPort {
  readonly policy: Policy;
  /** Language tag of the texts on show. */
  readonly language: string;
  standing(purpose: string): Standing;
  /** Does the browser refuse it for the visitor (Global Privacy Control)? */
  isSignalled(purpose: string): boolean;
  /** Did the visitor have its data restricted: kept, not used (GDPR art. 18)? */
  isRestricted(purpose: string): boolean;
  /** Was the service refused by itself? */
  isRefused(service: string): boolean;
  /** Nothing is open any more. */
  isAnswered(): boolean;
  isIdentified(): boolean;
  /** An answer may come soon: what takes it is fetched. */
  prepare(): void;
  /** Resolves true once the record has it, false when it was not allowed (a grant without a trusted event). */
  decide(answers: Answers, method: Method): Promise<boolean>;
  /** Oldest first. */
  history(): Promise<readonly Decision[]>;
  receipt(): Promise<Proof | undefined>;
  /** What has changed since the last answer. */
  changes(): Promise<readonly Change[]>;
  /** What is on the device now. */
  device(): Promise<readonly Kept[]>;
  /** What was cleared on this page after a refusal and what cannot be, in a sentence; empty before. */
  cleanedUp(): string;
  /** Does the site's server take requests of this person? Else they go by mail. */
  takesRequests(): boolean;
  /** Uses a right. @returns nothing where it did not arrive */
  request(asked: Asked): Promise<Filed | undefined>;
  /** What this person asked before, oldest first; nothing where the server does not say. */
  requests(): Promise<readonly Filed[] | undefined>;
  /** Opens the preferences. */
  open(): Promise<void>;
  /** Calls back after every change of state; gives the way to stop. */
  onChange(callback: () => void): () => void;
}
