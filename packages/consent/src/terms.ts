import type { Policy, Purpose } from '@sluis/schema';
import { fingerprint } from '@sluis/schema';

/** What a grant covers: who, on which basis, for which services. When it changes the grant no longer holds. */
export function termsOf(purpose: Purpose, policy: Policy): string {
  const { legalBasis, deviceAccess, services } = purpose;
  const terms = [policy.controller.name, legalBasis, deviceAccess, [...services].sort()];
  return fingerprint(JSON.stringify(terms));
}
