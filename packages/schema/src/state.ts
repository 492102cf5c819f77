import type { Answer } from './decision.js';

/** The last thing said of a purpose, under which terms, and when (milliseconds since 1970). */
export interface Said {
  readonly answer: Answer;
  readonly terms: string;
  readonly at: number;
}

/** Where every purpose stands by its last answer. Always derived from decisions, never kept as the truth. */
export interface State {
  readonly [purpose: string]: Said;
}
