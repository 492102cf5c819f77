export { clearTraces } from './clear-traces.js';
export { isFirstParty } from './first-party.js';
export type { Gate } from './install-gate.js';
export { installGate } from './install-gate.js';
export type { Judge, Verdict } from './judge.js';
export type { Core } from './keeper.js';
export type { Rules } from './rules.js';
export type { ShowRules } from './show-policy.js';
export type { Workers } from './worker-call.js';
