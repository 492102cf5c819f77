import { standingOf } from '@sluis/consent';
import type { Policy, Purpose, State } from '@sluis/schema';

/** A purpose of the site that only a consent opens. */
export function consentPurpose(policy: Policy | undefined, id: string): Purpose | undefined {
  return policy?.purposes.find((one) => one.id === id && one.control === 'switch');
}

/** Does a consent for this hold at this moment: not too old, under the present terms, not restricted? */
export function isConsented(purpose: Purpose, policy: Policy, state: State, now: number): boolean {
  return standingOf(purpose, { policy, state, identified: true, now }) === 'allowed';
}
