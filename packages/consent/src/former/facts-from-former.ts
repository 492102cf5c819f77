import type { ImportConfig, Policy, Purpose, PurposeAnswer } from '@sluis/schema';
import { isExplicit } from '../all-switches.js';
import { answerLife } from '../standing.js';
import { termsOf } from '../terms.js';
import type { FormerAnswers } from './former-answers.js';

type Fact = 'granted' | 'refused';

/** Was it asked for this purpose alone? One yes to several purposes is not specific (EDPB 05/2020; R10). */
function isSpecific(names: readonly string[], { purposes }: ImportConfig): boolean {
  const all = Object.values(purposes).flat();
  return names.every((name) => all.filter((one) => one === name).length === 1);
}

/** A grant needs a date, because without one its age is not known (R13). */
function isFresh({ at }: FormerAnswers, now: number): boolean {
  return at !== undefined && at <= now && now - at < answerLife;
}

function factFor(
  purpose: Purpose,
  former: FormerAnswers,
  config: ImportConfig,
  now: number,
): Fact | undefined {
  const names = config.purposes[purpose.id];
  if (purpose.control !== 'switch' || !names?.length) return undefined;
  if (names.some((name) => former.answerTo(name) === false)) return 'refused';
  const isGrant =
    names.every((name) => former.answerTo(name) === true) &&
    isSpecific(names, config) &&
    isFresh(former, now) &&
    !isExplicit(purpose);
  return isGrant ? 'granted' : undefined;
}

/**
 * What another manager's answers are worth here: a refusal always, a grant when it is young enough, was
 * for that purpose alone and needs no explicit consent. What is left out is asked.
 */
export function factsFromFormer(
  former: FormerAnswers,
  config: ImportConfig,
  policy: Policy,
  now: number,
): { readonly [purpose: string]: PurposeAnswer } {
  const facts: Record<string, PurposeAnswer> = {};
  for (const purpose of policy.purposes) {
    const answer = factFor(purpose, former, config, now);
    if (answer) facts[purpose.id] = { answer, terms: termsOf(purpose, policy) };
  }
  return facts;
}
