import type { Core } from './keeper.js';
import type { Rules } from './rules.js';
import { createWorkerStart } from './start-worker.js';
import { tellWorkers } from './tell-workers.js';
import type { Workers } from './worker-call.js';

/** The page's workers, from its first one on.
 * @param gate address of `worker.js`, if it is known
 */
export function openWorkers(core: Core, gate: string | undefined, rules: () => Rules): Workers {
  const told = gate ? tellWorkers(gate, rules) : undefined;
  return { start: createWorkerStart(core, told), tell: () => told?.tell() };
}
