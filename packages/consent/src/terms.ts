import type { Policy, Purpose } from '@sluis/schema';
import { fingerprint } from '@sluis/schema';

/**
 * What a grant covers: who, on which basis, by which services and for whom, and what is done that
 * needs telling. When it changes the grant no longer holds, unless the change only took something
 * away (`changes.ts`).
 */
export function termsOf(purpose: Purpose, policy: Policy): string {
  const { controller, legalBasis, deviceAccess, services, recipients } = purpose;
  const { profiling, sharing, sensitive, automatedDecision } = purpose;
  const who = (controller ?? policy.controller).name;
  const terms = [who, legalBasis, deviceAccess, [...services].sort(), [...recipients].sort()];
  const flags = [profiling, sharing, sensitive, automatedDecision].map(Boolean);
  return fingerprint(JSON.stringify([terms, flags]));
}
