import type { Policy, Purpose, State } from '@sluis/schema';
import { isAllowing } from '@sluis/schema';
import { termsOf } from './terms.js';

/** Everything a standing or a verdict follows from. */
export interface Situation {
  readonly policy: Policy;
  readonly state: State;
  /** Did `identify()` succeed in this page? */
  readonly identified: boolean;
  /** Is this a page on which no consent opens anything (S41)? */
  readonly sensitive?: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Where a purpose stands now: `open` is asked and held, `allowed` and `refused` are answers. */
export type Standing = 'open' | 'allowed' | 'refused';

/** Answers live six months, a refusal as long as a grant (CNIL 2020; R52). Milliseconds. */
export const answerLife: number = 182 * 24 * 3600 * 1000;

/** An answer from the future counts as fresh: a clock that was put back loses nobody's refusal. */
export function standingOf(purpose: Purpose, { policy, state, now }: Situation): Standing {
  if (purpose.control === 'locked') return 'allowed';
  const said = state[purpose.id];
  if (purpose.control === 'objection') return said?.answer === 'objected' ? 'refused' : 'allowed';
  if (!said || now - said.at >= answerLife) return 'open';
  if (!isAllowing(said.answer)) return 'refused';
  return said.terms === termsOf(purpose, policy) ? 'allowed' : 'open';
}
