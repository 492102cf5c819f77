import type { Policy, Purpose } from '@sluis/schema';
import type { Answers } from './answers.js';

/** Needs a consent of its own: by its own switch, never together with others (GDPR art. 9(2)(a), 22(2)(c)). */
export function isExplicit({ control, sensitive, automatedDecision, separate }: Purpose): boolean {
  return control === 'switch' && !!(sensitive || automatedDecision || separate);
}

/** One choice for every purpose that is asked; objections are a matter of their own (R34). */
export function allSwitches(policy: Policy, allowed: boolean): Answers {
  const asked = policy.purposes.filter(
    (purpose) => purpose.control === 'switch' && !(allowed && isExplicit(purpose)),
  );
  return Object.fromEntries(asked.map((purpose) => [purpose.id, allowed]));
}
