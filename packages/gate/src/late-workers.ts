import type { Core } from './keeper.js';
import { standIn } from './stand-in.js';
import type { Workers } from './worker-call.js';

/**
 * What starts workers comes when the page makes its first, since most pages make none. Until then a
 * stand-in takes what the page says to it.
 */
export function lateWorkers(
  load: () => Promise<(core: Core) => Workers>,
  core: () => Core,
): Workers {
  let workers: Workers | undefined;
  let opening: Promise<Workers> | undefined;
  const open = async (): Promise<Workers> => (workers = (await load())(core()));
  /** Opened once, however many workers a page makes meanwhile; the next one tries again what failed. */
  const opened = (): Promise<Workers> => {
    opening ??= open();
    opening.catch(() => (opening = undefined));
    return opening;
  };
  return {
    start(call) {
      if (workers) return workers.start(call);
      const { become, fail, face } = standIn(
        new call.realm.EventTarget(),
        call.prototype,
        call.url,
      );
      opened().then((found) => become(found.start(call) as EventTarget), fail);
      return face;
    },
    tell: () => workers?.tell(),
  };
}
