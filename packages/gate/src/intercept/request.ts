import type { Ask, Core, Realm } from '../keeper.js';
import { wrap } from '../wrap.js';

/** XMLHttpRequest: `send` waits for the verdict. A synchronous one cannot wait, so it fails. */
export function interceptRequest({ ask, isOther, when, watch }: Core, realm: Realm): void {
  const opened = new WeakMap<XMLHttpRequest, unknown[]>();

  wrap<XMLHttpRequest>(realm, 'XMLHttpRequest open abort', (self, args, run) => {
    opened.set(self, args);
    return run();
  });

  wrap<XMLHttpRequest>(realm, 'XMLHttpRequest send', (self, _, run) => {
    const call = opened.get(self);
    const [, address, waits = true] = call ?? [];
    if (!isOther(address)) return run();
    const verdict: Ask = () => ask(address);
    const isStill = (): boolean => opened.get(self) === call;
    const fail = (): void => {
      if (!isStill()) return;
      // An address that no blob has: the browser itself then plays a network error.
      self.open('GET', 'blob:', !!waits);
      self.send();
    };
    const send = (): void => {
      if (!isStill()) return;
      watch(() => (isStill() ? verdict() : 'pass'), self);
      run();
    };
    if (!waits && verdict() !== 'pass') return fail();
    return when(() => (isStill() ? verdict() : 'drop'), send, fail);
  });
}
