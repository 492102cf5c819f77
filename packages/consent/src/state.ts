import { isAllowing, type Answer, type Decision, type Said, type State } from '@sluis/schema';
import { orderOf } from './decision-id.js';

/** Of two answers of the same moment the order cannot be known: the one that restricts wins. */
function isLater(next: Said, last: Said | undefined): boolean {
  if (!last || next.order !== last.order) return !last || next.order > last.order;
  return !isAllowing(next.answer) || isAllowing(last.answer);
}

/** Where an answer stands in the state: a restriction does not take the place of what was answered. */
function placeOf(purpose: string, answer: Answer): string {
  return answer.endsWith('restricted') ? `!${purpose}` : purpose;
}

/**
 * State is only ever derived: the history up to a moment, folded. The order of the list does not
 * matter, so `stateOf` of a union is the merge of two histories.
 * @param until milliseconds since 1970; later decisions do not count (S35: what held on that day).
 */
export function stateOf(history: readonly Decision[], until: number = Infinity): State {
  const state: Record<string, Said> = Object.create(null);
  for (const decision of history) {
    const at = Date.parse(decision.at);
    if (!(at <= until)) continue;
    const order = orderOf(decision.id);
    for (const [purpose, { answer, terms }] of Object.entries(decision.purposes)) {
      const place = placeOf(purpose, answer);
      const said = { answer, terms, at, order };
      if (isLater(said, state[place])) state[place] = said;
    }
  }
  return state;
}

/** Two states as one: per purpose the later answer, and the restricting one where the order is unknown. */
export function laterOf(one: State, other: State): State {
  const state: Record<string, Said> = { ...one };
  for (const [purpose, said] of Object.entries(other)) {
    if (isLater(said, state[purpose])) state[purpose] = said;
  }
  return state;
}
