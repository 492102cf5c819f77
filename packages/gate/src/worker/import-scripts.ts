import type { Core, Realm } from '../keeper.js';
import { strictest } from '../verdicts.js';
import { wrap } from '../wrap.js';

/** `importScripts` answers at once, so what may not pass now fails, as when the network is down. */
export function interceptImportScripts({ ask }: Core, realm: Realm): void {
  wrap(realm, 'WorkerGlobalScope importScripts', (_, args, run) => {
    if (strictest(args.map((address) => ask(address))) !== 'pass')
      throw new realm.DOMException(
        `The script at '${args.join()}' failed to load.`,
        'NetworkError',
      );
    return run();
  });
  wrap(realm, ' FontFace', (_, [family, source, ...rest], run) => {
    const verdict = strictest(
      [...String(source).matchAll(/url\(\s*["']?([^"')]*)/gi)].map((match) => ask(match[1])),
    );
    return run([family, verdict === 'pass' ? source : 'url(data:,)', ...rest]);
  });
}
