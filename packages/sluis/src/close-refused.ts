import { standingOf, type Situation } from '@sluis/consent';
import type { Service } from '@sluis/schema';
import { clearTraces } from '@sluis/gate';
import type { CleanupReport } from './sluis.js';

function isRefused({ id }: Service, { policy, state, now }: Situation): boolean {
  return policy.purposes.some(
    (purpose) =>
      purpose.services.includes(id) && standingOf(purpose, policy, state, now) === 'refused',
  );
}

/**
 * What a refused service left behind goes, and the vendor's own off switch is set before any of its
 * code could read it (S03, S30). At every start too, for what was written meanwhile.
 */
export function closeRefused(situation: Situation): CleanupReport {
  const removed: string[] = [];
  const kept: string[] = [];
  const globals: Record<string, unknown> = Object(window);
  for (const service of situation.policy.services) {
    const refused = isRefused(service, situation);
    for (const flag of service.disable) globals[flag] = refused;
    if (!refused) continue;
    const traces = clearTraces(window, service);
    removed.push(...traces.removed);
    kept.push(...traces.kept);
  }
  return { removed, kept };
}
