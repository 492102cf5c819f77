import type { Decision } from '@sluis/schema';
import type { Retention } from './server-options.js';

const day = 24 * 3600 * 1000;

/** How long what was said of a purpose is kept, milliseconds. */
function lifeOf(purpose: string, { days = 1826, purposes = {} }: Retention): number {
  return (purposes[purpose] ?? days) * day;
}

/** When a decision goes: with the last of its purposes, milliseconds since 1970. */
export function expiryOf({ purposes }: Decision, receivedAt: number, retention: Retention): number {
  const names = Object.keys(purposes);
  const lives = names.length ? names.map((one) => lifeOf(one, retention)) : [lifeOf('', retention)];
  return receivedAt + Math.max(...lives);
}

/** The decision without what is past its time; nothing when that was all (PROMISES S07). */
export function unexpired(
  decision: Decision,
  receivedAt: number,
  now: number,
  retention: Retention,
): Decision | undefined {
  const all = Object.entries(decision.purposes);
  const rest = all.filter(([purpose]) => receivedAt + lifeOf(purpose, retention) > now);
  if (rest.length === all.length && (rest.length || receivedAt + lifeOf('', retention) > now))
    return decision;
  return rest.length ? { ...decision, purposes: Object.fromEntries(rest) } : undefined;
}
