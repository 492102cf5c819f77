import { countAnswers } from './count-answers.js';
import type { Store } from './database/contract.js';
import { tellAgain } from './tell-recipients.js';
import type { Tenant } from './tenant.js';

/** Facts taken at a time, so that no request waits long. */
const portion = 500;

/** Contacts are kept for the longest window that a limit may have, and a month. */
const contactLife = 400 * 24 * 3600 * 1000;

/**
 * Counts what came, then takes away what is past its time: numbers stay, records go (GDPR art. 5(1)(e)). Tells
 * recipients what they have not taken yet.
 * @returns how many facts went
 */
export async function tidy(store: Store, tenants: readonly Tenant[], now: number): Promise<number> {
  let swept = 0;
  for (const tenant of tenants) {
    const { id } = tenant;
    await countAnswers(store, tenant);
    for (let last = portion; last >= portion; swept += last)
      last = await store.sweep(id, now, portion);
    await tellAgain(store, tenant, now);
    await store.dropActivities(id, { expired: now });
    await store.dropContacts(id, { before: now - contactLife });
  }
  return swept;
}
