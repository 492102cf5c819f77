import type { Core, Realm } from '../keeper.js';
import { wrap } from '../wrap.js';

/** `Worker` and `SharedWorker`: started with the gate in them. */
export function interceptWorkers({ base, startWorker, textOf }: Core, realm: Realm): void {
  wrap(realm, ' Worker SharedWorker', (_, args, run, name, target) => {
    let url = '';
    try {
      ({ href: url } = new URL(String(args[0]), base()));
    } catch {
      // The browser has its own error for this.
    }
    // At once: the page may take a blob's address back in its next line.
    const text = textOf(url);
    // Another origin's script the browser refuses by itself.
    if (text === undefined && new URL(url || 'about:').origin !== realm.origin) return run();
    const { prototype } = Object(target);
    return startWorker({ realm, url, text, args, run, prototype, shared: name !== 'Worker' });
  });
}
