import { verdictForService } from '@sluis/consent';
import { clearTraces } from '@sluis/gate';
import type { Service } from '@sluis/schema';
import { isRefused } from './guard-page.js';
import type { Page } from './page.js';

/** Is there no leave for this service, by an answer or for want of one? */
function isHeld({ id }: Service, page: Page): boolean {
  return verdictForService(id, page.situation()) !== 'pass';
}

/** What these services left behind goes. */
async function cleanUp(page: Page, applies: typeof isRefused): Promise<void> {
  const traces = await Promise.all(
    page.policy.services
      .filter((service) => applies(service, page))
      .map((service) => clearTraces(window, service)),
  );
  const removed = traces.flatMap((trace) => trace.removed);
  const kept = traces.flatMap((trace) => trace.kept);
  if (removed.length || kept.length) page.emit('cleanup', { removed, kept });
}

/**
 * What a refused service left behind goes, on this page and again on the next ones (S30).
 * @param lookedUp were services looked up in the catalogue? Until then nobody knew their names, so
 * nothing stood before what they wrote.
 */
export function keepClean(page: Page, lookedUp: boolean): void {
  if (page.policy.gate === 'report') return;
  if (lookedUp) void cleanUp(page, isHeld);
  page.on('change', () => void cleanUp(page, isRefused));
}
