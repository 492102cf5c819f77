import type { Ask, Core, Realm } from '../keeper.js';
import { wrap } from '../wrap.js';

/** XMLHttpRequest: `send` waits for the verdict. A synchronous one cannot wait, so it fails. */
export function interceptRequest({ ask, route, isOther, when, watch }: Core, realm: Realm): void {
  const opened = new WeakMap<XMLHttpRequest, { readonly args: unknown[]; readonly to: unknown }>();

  wrap<XMLHttpRequest>(realm, 'XMLHttpRequest open abort', (self, args, run) => {
    const to = route(args[1]);
    opened.set(self, { args, to });
    return to === args[1] ? run() : run(Object.assign([...args], { 1: to }));
  });

  wrap<XMLHttpRequest>(realm, 'XMLHttpRequest send', (self, _, run) => {
    const call = opened.get(self);
    const [, address, waits = true] = call?.args ?? [];
    if (!isOther(address)) return run();
    const verdict: Ask = () => ask(route(address));
    const isStill = (): boolean => opened.get(self) === call;
    const fail = (): void => {
      if (!isStill()) return;
      // An address that no blob has: the browser itself then plays a network error.
      self.open('GET', 'blob:', !!waits);
      self.send();
    };
    const send = (): void => {
      if (!isStill()) return;
      // It was opened before it could be sent by the relay.
      if (call?.to === address && route(address) !== address)
        Reflect.apply(self.open, self, call?.args ?? []);
      watch(() => (isStill() ? verdict() : 'pass'), self);
      run();
    };
    if (!waits && verdict() !== 'pass') return fail();
    return when(() => (isStill() ? verdict() : 'drop'), send, fail);
  });
}
