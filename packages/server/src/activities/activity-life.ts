import type { Purpose } from '@sluis/schema';
import type { Retention } from '../server-options.js';

const day = 24 * 3600 * 1000;

/** A year (PROMISES S07). Days. */
const longest = 365;

/** How long what was recorded for a purpose is kept: as the page or the server says, a year at most. Milliseconds. */
export function activityLife(
  { id, retentionDays = longest }: Purpose,
  { purposes = {} }: Retention,
): number {
  return Math.min(retentionDays, purposes[id] ?? longest, longest) * day;
}
