import type { Answer } from './decision.js';

/** The last thing said of a purpose, and under which terms. Times are milliseconds since 1970. */
export interface Said {
  readonly answer: Answer;
  readonly terms: string;
  /** By the clock: from here it ages. */
  readonly at: number;
  /** By the decision's id, which never goes back on one device: what has more was said later. */
  readonly order: number;
}

/**
 * Where every purpose stands by its last answer. A restriction leaves that answer as it is, so it has
 * a place of its own: `!` and the purpose. Always derived from decisions, never kept as the truth.
 */
export interface State {
  readonly [purpose: string]: Said;
}
