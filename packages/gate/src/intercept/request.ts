import type { Ask, Core, Realm } from '../keeper.js';
import { readOnce } from '../read-once.js';
import { wrap } from '../wrap.js';

interface Call {
  readonly args: unknown[];
  readonly to: unknown;
}

/** For all realms: a page may call the methods of one on the request of another. */
const opened = new WeakMap<XMLHttpRequest, Call | undefined>();

/** XMLHttpRequest: `send` waits for the verdict. A synchronous one cannot wait, so it fails. */
export function interceptRequest({ ask, route, isOther, when, watch }: Core, realm: Realm): void {
  wrap<XMLHttpRequest>(realm, 'XMLHttpRequest open', (self, args, run) => {
    const before = opened.get(self);
    const to = route(readOnce(args, 1));
    opened.set(self, { args, to });
    try {
      return to === args[1] ? run() : run(Object.assign([...args], { 1: to }));
    } catch (error) {
      opened.set(self, before); // as the browser does: what was opened before stays open
      throw error;
    }
  });
  // It stays open, but what waits is not sent any more.
  wrap<XMLHttpRequest>(realm, 'XMLHttpRequest abort', (self, _, run) => {
    const call = opened.get(self);
    opened.set(self, call && { ...call });
    return run();
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
