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
  const open = async (): Promise<Workers> => (workers ??= (await load())(core()));
  return {
    start(call) {
      if (workers) return workers.start(call);
      const { become, fail, face } = standIn(
        new call.realm.EventTarget(),
        call.prototype,
        call.url,
      );
      open().then((found) => become(found.start(call) as EventTarget), fail);
      return face;
    },
    tell: () => workers?.tell(),
  };
}
