import type { Answer, Policy, Purpose, PurposeAnswer, State } from '@sluis/schema';
import { termsOf } from './terms.js';

/** What the visitor chose per purpose: may it go on? */
export interface Answers {
  readonly [purpose: string]: boolean;
}

function answerFor(purpose: Purpose, allowed: boolean, state: State): Answer | undefined {
  const last = state[purpose.id]?.answer;
  switch (purpose.control) {
    case 'locked':
      return undefined;
    case 'objection':
      if (!allowed) return 'objected';
      return last === 'objected' ? 'unobjected' : undefined;
    case 'switch':
      if (allowed) return 'granted';
      return last === 'granted' || last === 'withdrawn' ? 'withdrawn' : 'refused';
  }
}

/** Choices as facts: what was granted before and is refused now is a withdrawal (GDPR art. 7(3)). */
export function answersFor(
  answers: Answers,
  policy: Policy,
  state: State,
): { readonly [purpose: string]: PurposeAnswer } {
  const facts: Record<string, PurposeAnswer> = {};
  for (const purpose of policy.purposes) {
    const allowed = answers[purpose.id];
    if (allowed === undefined) continue;
    const answer = answerFor(purpose, allowed, state);
    if (answer) facts[purpose.id] = { answer, terms: termsOf(purpose, policy) };
  }
  return facts;
}

/** One choice for every purpose that is asked; objections are a matter of their own (R34). */
export function allSwitches(policy: Policy, allowed: boolean): Answers {
  const asked = policy.purposes.filter((purpose) => purpose.control === 'switch');
  return Object.fromEntries(asked.map((purpose) => [purpose.id, allowed]));
}
