import { clearTraces } from '@sluis/gate';
import { isRefused } from './guard-page.js';
import type { Page } from './page.js';

/** What a refused service left behind goes, on this page and again on the next ones (S30). */
export async function cleanUp(page: Page): Promise<void> {
  const traces = await Promise.all(
    page.policy.services
      .filter((service) => isRefused(service, page))
      .map((service) => clearTraces(window, service)),
  );
  const removed = traces.flatMap((trace) => trace.removed);
  const kept = traces.flatMap((trace) => trace.kept);
  if (removed.length || kept.length) page.emit('cleanup', { removed, kept });
}
