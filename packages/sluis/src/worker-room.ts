import type { Core, Workers } from '@sluis/gate';
import { openWorkers } from '@sluis/gate/workers';
import type { Page } from './page.js';
import { rulesOf } from './rules-of.js';
import { ownHosts } from './show-rules.js';

/** Workers of a page get the gate and its rules; where a gate only reports, or nobody said where `worker.js` lies, they run as they are. */
export function startWorkers(page: Page, core: Core): Workers {
  const { assets, policy } = page;
  const own = ownHosts(page);
  const gate =
    assets && policy.gate !== 'report'
      ? new URL(`${assets}worker.js`, location.href).href
      : undefined;
  return openWorkers(core, gate, () => rulesOf(page, own));
}
