import type { Answer, Policy, Purpose, State } from '@sluis/schema';
import { isAllowing } from '@sluis/schema';
import { isExplicit } from './all-switches.js';
import { termsOf } from './terms.js';

/** Everything a standing or a verdict follows from. */
export interface Situation {
  readonly policy: Policy;
  readonly state: State;
  /** Did `identify()` succeed in this page? */
  readonly identified: boolean;
  /** Is this a page on which no consent opens anything (S41)? */
  readonly sensitive?: boolean;
  /** Does the browser say no to sharing (Global Privacy Control; R58)? A restriction of this device, never a grant. */
  readonly signal?: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Where a purpose stands now: `open` is asked and held, `allowed` and `refused` are answers. */
export type Standing = 'open' | 'allowed' | 'refused';

const day = 24 * 3600 * 1000;

/** Answers live six months at most (CNIL 2020; R52). Milliseconds. */
export const answerLife: number = 182 * day;

/** How long an answer counts: a refusal in full, a grant as long as the site says (R13). Milliseconds. */
export function lifeOf(answer: Answer, { answerDays = 182 }: Policy): number {
  return isAllowing(answer) ? answerDays * day : answerLife;
}

/** How far ahead of the clock an answer may be before its age counts as unknown. Milliseconds. */
const slack = day;

/** A restriction (GDPR art. 18) and the browser's signal stand above whatever was answered. */
function isBarred(purpose: Purpose, { state, signal }: Situation): boolean {
  return state[`!${purpose.id}`]?.answer === 'restricted' || !!(signal && purpose.sharing);
}

/**
 * When the clock was put back a refusal from the future stays: that loses nobody's answer. A grant of
 * unknown age is asked again (R13).
 */
export function standingOf(purpose: Purpose, situation: Situation): Standing {
  if (isBarred(purpose, situation)) return 'refused';
  if (purpose.control === 'locked') return 'allowed';
  const said = situation.state[purpose.id];
  if (purpose.control === 'objection') return said?.answer === 'objected' ? 'refused' : 'allowed';
  if (!said) return 'open';
  const age = situation.now - said.at;
  if (age >= lifeOf(said.answer, situation.policy)) return 'open';
  if (!isAllowing(said.answer)) return 'refused';
  return age > -slack && said.terms === termsOf(purpose, situation.policy) ? 'allowed' : 'open';
}

/** Is nothing left to ask? What needs an explicit consent is not asked: it waits for its own switch. */
export function isAnswered(situation: Situation): boolean {
  return situation.policy.purposes.every(
    (purpose) => isExplicit(purpose) || standingOf(purpose, situation) !== 'open',
  );
}
