import { verdictForHost, verdictForService } from '@sluis/consent';
import type { Rules } from '@sluis/gate';
import { gateVerdict } from './gate-verdict.js';
import type { Page } from './page.js';

/**
 * The verdicts of now, for workers.
 * @param own hosts of the site itself besides the page's
 */
export function rulesOf(page: Page, own: readonly string[]): Rules {
  const { allow, services } = page.policy;
  return {
    pass: [location.hostname.replace(/^www\./, ''), ...own.filter(Boolean), ...allow],
    services: services.map(({ id, hosts, storage, relay }) => ({
      hosts,
      storage,
      verdict: relay ? 'hold' : gateVerdict(page, (situation) => verdictForService(id, situation)),
    })),
    rest: gateVerdict(page, (situation) => verdictForHost('', '/', situation)),
  };
}
