import { stateOf } from '@sluis/consent';
import type { Decision } from '@sluis/schema';
import { shared, sharesOf, type Share } from './group.js';
import { barTo, type Bar } from './may-contact.js';
import type { Services } from './services.js';
import type { Tenant } from './tenant.js';

async function decisionsOf(share: Share, { store }: Services): Promise<readonly Decision[]> {
  const facts = await store.factsOf(share.tenant.id, share.owner);
  return facts
    .filter(({ kind }) => kind === 'decision')
    .flatMap(({ body }) => shared(JSON.parse(body), share) ?? []);
}

/**
 * What stands in the way of using a purpose for a person, if anything. A yes must have been said here; a later no to
 * a purpose that is shared, at another controller of the group, takes it back (PROMISES S19).
 * @param subject as the site's tokens name the person
 */
export async function barToPerson(
  services: Services,
  tenant: Tenant,
  subject: string,
  purpose: string | undefined,
): Promise<Bar | undefined> {
  const shares = sharesOf(tenant, services.tenants, subject);
  const [own = [], ...others] = await Promise.all(shares.map((one) => decisionsOf(one, services)));
  return barTo(purpose, stateOf(own)) ?? barTo(purpose, stateOf([...own, ...others.flat()]));
}
