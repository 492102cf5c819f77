import type { Core, Realm } from '../keeper.js';
import { readOnce } from '../read-once.js';
import { strictest } from '../verdicts.js';
import { wrap } from '../wrap.js';

/** `importScripts` answers at once, so what may not pass now fails, as when the network is down. */
export function interceptImportScripts({ ask }: Core, realm: Realm): void {
  wrap(realm, 'WorkerGlobalScope importScripts', (_, args, run) => {
    args.forEach((_, at) => readOnce(args, at));
    if (strictest(args.map((address) => ask(address))) !== 'pass')
      throw new realm.DOMException(
        `The script at '${args.join()}' failed to load.`,
        'NetworkError',
      );
    return run();
  });
  wrap(realm, ' FontFace', (_, [family, given, ...rest], run) => {
    // As CSS reads it: letters written by their number.
    const source = String(given).replace(/\\([\da-f]{1,6})\s?/gi, (_, hex) =>
      String.fromCodePoint(parseInt(hex, 16)),
    );
    const verdict = strictest(
      [...source.matchAll(/url\(\s*["']?([^"')]*)/gi)].map((match) => ask(match[1])),
    );
    return run([family, verdict === 'pass' ? given : 'url(data:,)', ...rest]);
  });
}
