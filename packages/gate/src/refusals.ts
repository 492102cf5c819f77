import type { Release } from './release.js';
import type { ShowPolicy } from './show-policy.js';

interface Refusal {
  readonly directive: string;
  readonly address: string;
}

/** Each pair of directive and address once; `undefined` once it was sent again. */
export type Refused = Map<string, Refusal | undefined>;

interface Refusals {
  readonly refused: Refused;
  /** Hears what the browser refused to show. */
  hear(event: SecurityPolicyViolationEvent): void;
}

/** More than this many are not kept. */
const limit = 200;

/** What our policy refused: the release sends it again. The page, which may report violations, does not hear of it. */
export function createRefusals(
  { wrote }: ShowPolicy,
  release: () => Release | undefined,
): Refusals {
  const refused: Refused = new Map();
  return {
    refused,
    hear(event) {
      const { blockedURI: address, effectiveDirective: directive } = event;
      if (!wrote(event.originalPolicy)) return;
      event.stopImmediatePropagation();
      const key = directive + address;
      if (refused.size < limit && !refused.has(key)) refused.set(key, { directive, address });
      release()?.show();
    },
  };
}
