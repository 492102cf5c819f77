import type { Policy, State } from '@sluis/schema';
import { isConsented } from '../is-consented.js';

/** May what is done now be put through models: is there a purpose for that, and is every such one allowed (PROMISES S09)? */
export function profilingIn(policy: Policy, state: State, now: number): boolean {
  const models = policy.purposes.filter(({ profiling }) => profiling);
  return models.length > 0 && models.every((one) => isConsented(one, policy, state, now));
}
