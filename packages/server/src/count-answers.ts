import type { Decision } from '@sluis/schema';
import type { ChainEntry, Count, Store } from './database/contract.js';
import type { Tenant } from './tenant.js';

/** Links counted at a time. */
const page = 1000;

/** Numbers are kept in clear, so nothing gets into them that the site does not ask, where it said what it asks. */
function isAsked(id: string, { policy }: Tenant): boolean {
  if (!policy) return true;
  const { purposes, services } = policy;
  return [...purposes.map((one) => one.id), ...services.map((one) => `@${one.id}`)].includes(id);
}

function countsIn(entries: readonly ChainEntry[], tenant: Tenant): readonly Count[] {
  const counts = new Map<string, Count>();
  for (const { fact } of entries) {
    if (fact?.kind !== 'decision') continue;
    const { purposes, method, language: tag }: Decision = JSON.parse(fact.body);
    const day = new Date(fact.receivedAt).toISOString().slice(0, 10);
    const language = tag.slice(0, 2).toLowerCase();
    for (const [purpose, { answer }] of Object.entries(purposes)) {
      if (!isAsked(purpose, tenant)) continue;
      const key = [day, purpose, answer, method, language].join(' ');
      const count = (counts.get(key)?.count ?? 0) + 1;
      counts.set(key, { day, purpose, answer, method, language, count });
    }
  }
  return [...counts.values()];
}

/**
 * Counts what came to a tenant's chain since the last time. What is left of a decision that is past its time
 * is this: numbers of a day, without id, device or person (PROMISES S47).
 */
export async function countAnswers(store: Store, tenant: Tenant): Promise<void> {
  for (;;) {
    const from = await store.counted(tenant.id);
    const entries = await store.chain(tenant.id, from, page);
    const last = entries.at(-1);
    if (!last) return;
    await store.addCounts(tenant.id, from, last.seq, countsIn(entries, tenant));
  }
}
