import type { Keeper, Realm } from '../keeper.js';
import { wrap } from '../wrap.js';

/** XMLHttpRequest: `send` waits for the verdict. A synchronous one cannot wait, so it fails. */
export function interceptRequest({ ask, when }: Keeper, { XMLHttpRequest: { prototype }, DOMException }: Realm): void {
  const { open } = prototype;
  const opened = new WeakMap<XMLHttpRequest, unknown[]>();

  wrap<XMLHttpRequest>(prototype, 'open', (native, self, args) => {
    opened.set(self, args);
    return Reflect.apply(native, self, args);
  });

  wrap<XMLHttpRequest>(prototype, 'abort', (native, self, args) => {
    opened.delete(self);
    return Reflect.apply(native, self, args);
  });

  wrap<XMLHttpRequest>(prototype, 'send', (native, self, args) => {
    const call = opened.get(self) ?? [];
    const verdict = (): ReturnType<typeof ask> => ask(call[1]);
    if (call.length > 2 && !call[2] && verdict() !== 'pass') {
      throw new DOMException("Failed to execute 'send' on 'XMLHttpRequest'.", 'NetworkError');
    }
    when(
      verdict,
      () => opened.get(self) === call && Reflect.apply(native, self, args),
      () => {
        if (opened.get(self) !== call) return;
        // An address that no blob has: the browser itself then plays a network error.
        Reflect.apply(open, self, ['GET', 'blob:']);
        Reflect.apply(native, self, []);
      },
    );
  });
}
