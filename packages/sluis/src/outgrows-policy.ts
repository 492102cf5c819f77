import type { Page } from './page.js';

/** In strict mode: was something granted that the page's own policy was not written for? */
export function outgrowsPolicy({ begun, policy, situation, verdict }: Page): boolean {
  const now = { ...situation(), identified: true };
  return (
    !!begun &&
    policy.purposes.some(
      (purpose) => verdict(purpose, now) === 'pass' && verdict(purpose, begun) !== 'pass',
    )
  );
}
