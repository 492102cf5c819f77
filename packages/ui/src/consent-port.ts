import type { Answers, Standing } from '@sluis/consent';
import type { Decision, Method, Policy, Proof } from '@sluis/schema';

/** All that a surface sees of Sluis: what stands, and one way to decide. */
export interface ConsentPort {
  readonly policy: Policy;
  /** Language tag of the texts on show. */
  readonly language: string;
  standing(purpose: string): Standing;
  /** Does the browser refuse it for the visitor (Global Privacy Control)? */
  isSignalled(purpose: string): boolean;
  /** Nothing is open any more. */
  isAnswered(): boolean;
  isIdentified(): boolean;
  /** Resolves true once the record has it, false when it was not allowed (a grant without a trusted event). */
  decide(answers: Answers, method: Method): Promise<boolean>;
  /** Oldest first. */
  history(): Promise<readonly Decision[]>;
  receipt(): Promise<Proof | undefined>;
  /** What was cleared on this page after a refusal and what cannot be, in a sentence; empty before. */
  cleanedUp(): string;
  /** Opens the preferences. */
  open(): Promise<void>;
  /** Calls back after every change of state; gives the way to stop. */
  onChange(callback: () => void): () => void;
}
