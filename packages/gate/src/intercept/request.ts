import type { Keeper, Realm } from '../keeper.js';
import { wrap } from '../wrap.js';

/** XMLHttpRequest: `send` waits for the verdict. A synchronous one cannot wait, so it fails. */
export function interceptRequest({ ask, when }: Keeper, realm: Realm): void {
  const opened = new WeakMap<XMLHttpRequest, unknown[]>();

  wrap<XMLHttpRequest>(realm, 'XMLHttpRequest open abort', (self, args, run) => {
    opened.set(self, args);
    return run();
  });

  wrap<XMLHttpRequest>(realm, 'XMLHttpRequest send', (self, _, run) => {
    const call = opened.get(self);
    const [, address, waits = true] = call ?? [];
    const verdict = (): ReturnType<typeof ask> => ask(address);
    const still = (then: () => void) => () => void (opened.get(self) === call && then());
    const fail = still(() => {
      // An address that no blob has: the browser itself then plays a network error.
      self.open('GET', 'blob:', !!waits);
      self.send();
    });
    if (!waits && verdict() !== 'pass') fail();
    else when(verdict, still(run), fail);
  });
}
