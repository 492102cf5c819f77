import type { Count, Store } from './database/contract.js';

/** Fewer than this many on a day could be told apart (PROMISES S23). */
const minimum = 10;

/** How often an answer was given on a day that is over. */
export type Statistic = Omit<Count, 'count'> & { readonly count: number | 'suppressed' };

const dayOf = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10);

/**
 * Answers by day, purpose, method and language. Each number is told once it is final, and never as part of
 * a sum: of sums and of numbers that still grow, one more person could be told by subtraction.
 * @param days how many, up to yesterday (UTC)
 */
export async function statistics(
  store: Store,
  tenant: string,
  days: number,
  now: number,
): Promise<readonly Statistic[]> {
  const day = 24 * 3600 * 1000;
  const counts = await store.countsBetween(tenant, dayOf(now - days * day), dayOf(now - day));
  const byDay = (a: Count, b: Count): number =>
    `${a.day} ${a.purpose} ${a.answer}`.localeCompare(`${b.day} ${b.purpose} ${b.answer}`);
  return counts
    .toSorted(byDay)
    .map((one) => (one.count < minimum ? { ...one, count: 'suppressed' } : one));
}
