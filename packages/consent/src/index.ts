export { allSwitches, answersFor, type Answers } from './answers.js';
export { canonical, canonicalPolicy } from './canonical-policy.js';
export { decisionId } from './decision-id.js';
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
export { answerLife, standingOf, type Situation, type Standing } from './standing.js';
export { laterOf, stateOf } from './state.js';
export { termsOf } from './terms.js';
