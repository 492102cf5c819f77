import type { Answer, Policy, Purpose, PurposeAnswer, State } from '@sluis/schema';
import { fingerprint } from '@sluis/schema';
import { refusesService, servicePlace } from './service-answers.js';
import { termsOf } from './terms.js';

/**
 * What is wished of a purpose: may it go on? `restrict` has its data kept and not used (GDPR art. 18),
 * `lift` ends that; the answer that was given before counts again.
 */
export type Wish = boolean | 'restrict' | 'lift';

/** What the visitor chose per purpose, and per service under `@` and its id: there yes or no, nothing else. */
export interface Answers {
  readonly [purpose: string]: Wish;
}

/** What may be chosen for somebody: nothing that gives leave. */
export interface Refusals {
  readonly [purpose: string]: false | 'restrict';
}

/** Who chooses. A machine may refuse for a person; only the person may grant. */
export type Choice =
  | { readonly by: 'person'; readonly answers: Answers }
  | { readonly by: 'machine'; readonly answers: Refusals };

/** As a machine's choice; nothing when there is leave in it. */
export function asRefusals(answers: Answers): Refusals | undefined {
  const isRefusal = (entry: [string, Wish]): entry is [string, false | 'restrict'] =>
    entry[1] === false || entry[1] === 'restrict';
  const entries = Object.entries(answers);
  return entries.every(isRefusal) ? Object.fromEntries(entries) : undefined;
}

function restrictionFor(
  { id }: Purpose,
  wish: 'restrict' | 'lift',
  state: State,
): Answer | undefined {
  const isRestricted = state[`!${id}`]?.answer === 'restricted';
  if (wish === 'restrict') return isRestricted ? undefined : 'restricted';
  return isRestricted ? 'unrestricted' : undefined;
}

function answerFor(purpose: Purpose, wish: boolean, state: State): Answer | undefined {
  const last = state[purpose.id]?.answer;
  switch (purpose.control) {
    case 'locked':
      return undefined;
    case 'objection':
      if (!wish) return 'objected';
      return last === 'objected' ? 'unobjected' : undefined;
    case 'switch':
      if (wish) return 'granted';
      return last === 'granted' || last === 'withdrawn' ? 'withdrawn' : 'refused';
  }
}

/** A service is refused by itself, or that is taken back; more is not said of it: the leave is the purpose's. */
function factsOfServices(
  answers: Answers,
  policy: Policy,
  state: State,
): { readonly [place: string]: PurposeAnswer } {
  const facts: Record<string, PurposeAnswer> = {};
  for (const { id } of policy.services) {
    const wish = answers[servicePlace(id)];
    if (typeof wish !== 'boolean' || wish !== refusesService(id, policy, state)) continue;
    facts[servicePlace(id)] = { answer: wish ? 'granted' : 'refused', terms: fingerprint(id) };
  }
  return facts;
}

/**
 * Choices as facts: what was granted before and is refused now is a withdrawal (GDPR art. 7(3)). A
 * machine's leave is no fact, whatever the types were told.
 */
export function factsFor(
  { by, answers }: Choice,
  policy: Policy,
  state: State,
): { readonly [purpose: string]: PurposeAnswer } {
  const facts: Record<string, PurposeAnswer> = {};
  if (by === 'machine' && !asRefusals(answers)) return facts;
  for (const purpose of policy.purposes) {
    const wish: Wish | undefined = answers[purpose.id];
    if (wish === undefined) continue;
    const answer =
      typeof wish === 'boolean'
        ? answerFor(purpose, wish, state)
        : restrictionFor(purpose, wish, state);
    if (answer) facts[purpose.id] = { answer, terms: termsOf(purpose, policy) };
  }
  return { ...facts, ...factsOfServices(answers, policy, state) };
}
