export { allSwitches, isExplicit } from './all-switches.js';
export {
  asRefusals,
  factsFor,
  type Answers,
  type Choice,
  type Refusals,
  type Wish,
} from './answers.js';
export { answerBy } from './answer-by.js';
export { canonical, canonicalPolicy } from './canonical-policy.js';
export { linkText, verifyReceipt, type Digest } from './chain.js';
export { carryOver, changesBetween, type Change } from './changes.js';
export { decisionId, nextOrder, orderOf } from './decision-id.js';
export { ruleForHost, ruleForKey, type Reason, type Rule } from './explain.js';
export {
  strictest,
  verdictForHost,
  verdictForKey,
  verdictForPurpose,
  verdictForService,
  type Verdict,
} from './judge.js';
export { merge } from './merge.js';
export { refusesService, servicePlace } from './service-answers.js';
export { answerLife, isAnswered, standingOf, type Situation, type Standing } from './standing.js';
export { laterOf, stateOf } from './state.js';
export { termsOf } from './terms.js';
