import { verdictForPurpose } from '@sluis/consent';
import type { Page } from './page.js';

/** In strict mode: was something granted that the page's own policy was not written for? */
export function outgrowsPolicy({ begun, policy, situation }: Page): boolean {
  const now = { ...situation(), identified: true };
  return (
    !!begun &&
    policy.purposes.some(
      (purpose) =>
        verdictForPurpose(purpose, now) === 'pass' && verdictForPurpose(purpose, begun) !== 'pass',
    )
  );
}
