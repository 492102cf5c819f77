import type { Core, Realm } from '../keeper.js';
import type { Verdict } from '../judge.js';
import { standIn } from '../stand-in.js';
import { gatedAddress } from '../worker-start.js';
import { wrap } from '../wrap.js';

/** What cannot wait inside a worker: it answers at once or not at all. */
const impatient = /\bimport|XMLHttp/;

/**
 * `Worker` and `SharedWorker`: started with the gate in them. One whose text loads something held
 * in a way that cannot wait inside waits as a whole, behind a stand-in.
 */
export function interceptWorkers(
  { judge, askText, textOf, base, when, watch, trusted, workers }: Core,
  realm: Realm,
): void {
  wrap(realm, ' Worker SharedWorker', (_, args, run, name, target) => {
    const [address, options] = args;
    let url = '';
    try {
      ({ href: url } = new URL(String(address), base()));
    } catch {
      // The browser has its own error for this.
    }
    const text = textOf(url);
    const module = Object(options).type === 'module';
    // It has no origin: a module there could not import the gate, and the gate there hears no news.
    const isData = url.startsWith('data:');
    const gate = text === null || (module && isData) ? undefined : workers;
    // Another origin's script the browser refuses by itself.
    if (text === undefined && (!gate?.own || new URL(url || 'about:').origin !== realm.origin))
      return run();
    const verdict = (): Verdict => {
      if (text === null) return judge.host('', '');
      return text && (!gate || isData || impatient.test(text)) ? askText(text) : 'pass';
    };
    const start = (): Worker => {
      if (gate) {
        const gated = gatedAddress(realm, url, text, gate.start(name !== 'Worker'), module);
        args[0] = trusted('createScriptURL', gated);
      }
      const made = run() as Worker;
      watch(verdict, made);
      return made;
    };
    if (verdict() === 'pass') return start();
    const stand = standIn(new realm.EventTarget(), Object(target).prototype, url);
    when(verdict, () => stand.become(start()), stand.fail);
    return stand.face;
  });
}
