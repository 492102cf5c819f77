import type { Policy, Purpose } from '@sluis/schema';

/**
 * A short fingerprint of what a grant covers: who, on which basis, for which services. When it
 * changes the old grant no longer holds. It detects change, it proves nothing: the proof is the
 * SHA-256 of the policy in the decision. FNV-1a, 32 bits, because it must be ready at once.
 */
export function termsOf(purpose: Purpose, policy: Policy): string {
  const terms = JSON.stringify([
    policy.controller.name,
    purpose.legalBasis,
    purpose.deviceAccess,
    [...purpose.services].sort(),
  ]);
  let hash = 0x811c9dc5;
  for (let i = 0; i < terms.length; i++) hash = Math.imul(hash ^ terms.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36);
}
