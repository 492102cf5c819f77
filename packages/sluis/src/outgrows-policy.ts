import type { Policy, Purpose } from '@sluis/schema';
import type { Page } from './page.js';

/** Is all of it sent to the site itself, for which no policy has to change? */
function isRelayed({ services }: Purpose, policy: Policy): boolean {
  const relayed = policy.services.filter(({ relay }) => relay).map(({ id }) => id);
  return services.length > 0 && services.every((id) => relayed.includes(id));
}

/** In strict mode: was something granted that the page's own policy was not written for? */
export function outgrowsPolicy({ begun, policy, situation, verdict }: Page): boolean {
  const now = { ...situation(), identified: true };
  return (
    !!begun &&
    policy.purposes.some(
      (purpose) =>
        !isRelayed(purpose, policy) &&
        verdict(purpose, now) === 'pass' &&
        verdict(purpose, begun) !== 'pass',
    )
  );
}
