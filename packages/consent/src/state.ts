import type { Answer, Decision, Said, State } from '@sluis/schema';

/** Of two answers of the same moment the order cannot be known: the one that restricts wins. */
const restriction: { readonly [answer in Answer]: number } = {
  granted: 0,
  unobjected: 0,
  refused: 1,
  withdrawn: 1,
  objected: 1,
};

function isLater(next: Said, last: Said | undefined): boolean {
  if (!last || next.at !== last.at) return !last || next.at > last.at;
  return restriction[next.answer] >= restriction[last.answer];
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
    for (const [purpose, { answer, terms }] of Object.entries(decision.purposes)) {
      const said = { answer, terms, at };
      if (isLater(said, state[purpose])) state[purpose] = said;
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
