import { verdictForService } from '@sluis/consent';
import { clearTraces } from '@sluis/gate';
import type { Service } from '@sluis/schema';
import { isRefused } from './guard-page.js';
import type { Page } from './page.js';

/** Is there no leave for this service, by an answer or for want of one? */
export function isHeld({ id }: Service, page: Page): boolean {
  return verdictForService(id, page.situation()) !== 'pass';
}

/**
 * What a refused service left behind goes, on this page and again on the next ones (S30).
 * @param applies which services it is about
 */
export async function cleanUp(page: Page, applies: typeof isRefused = isRefused): Promise<void> {
  const traces = await Promise.all(
    page.policy.services
      .filter((service) => applies(service, page))
      .map((service) => clearTraces(window, service)),
  );
  const removed = traces.flatMap((trace) => trace.removed);
  const kept = traces.flatMap((trace) => trace.kept);
  if (removed.length || kept.length) page.emit('cleanup', { removed, kept });
}
