import type { Verdict } from './judge.js';
import type { Core } from './keeper.js';
import { standFor } from './stand-for.js';
import type { StartWorker } from './worker-call.js';
import { gatedAddress, type WorkerStart } from './worker-start.js';

/** How a gate gets into a worker. */
export interface GateInside {
  /** Does `worker.js` lie at the page's own origin? Only there can a worker start from it. */
  readonly own: boolean;
  /** What a worker is told at its start. */
  start(shared: boolean): WorkerStart;
}

/** What cannot wait inside a worker: it answers at once or not at all. */
const impatient = /\bimport|XMLHttp/;

/**
 * Starts workers with the gate in them. One whose text loads something held in a way that cannot wait
 * inside waits as a whole, behind a stand-in.
 * @param inside left out where nobody said where `worker.js` lies: then a worker is judged by its text alone
 */
export function createWorkerStart(
  core: Omit<Core, 'startWorker'>,
  inside: GateInside | undefined,
): StartWorker {
  const { judge, askText, watch, trusted } = core;
  return ({ realm, url, text, args: [address, options], run, shared, prototype }) => {
    const module = Object(options).type === 'module';
    // It has no origin, so the gate there hears no news.
    const isData = url.startsWith('data:') && !module;
    const gate = text === null ? undefined : inside;
    if (text === undefined && !gate?.own) return run();
    const verdict = (): Verdict => {
      if (text === null) return judge.host('', '');
      return text && (!gate || isData || impatient.test(text)) ? askText(text) : 'pass';
    };
    const start = (): Worker => {
      const gated = gate && gatedAddress(realm, url, text, gate.start(shared), module);
      const from = gated ? trusted('createScriptURL', gated) : address;
      const made = run([from, ...[options].filter(Boolean)]) as Worker;
      watch(verdict, made);
      return made;
    };
    return standFor(core, realm)(verdict, start, { prototype }, url);
  };
}
