import type { Keeper, Realm } from '../keeper.js';
import { wrap } from '../wrap.js';

/** A form, a link or `open` may send a frame of the page to another party; other windows are the visitor's to open. */
export function interceptNavigation({ ask, aim, when }: Keeper, realm: Realm): void {
  wrap<Element>(
    realm,
    'HTMLFormElement submit requestSubmit|HTMLElement click| open',
    (self, args, run, name) => {
      const read = (attribute: string): unknown => self.getAttribute?.(attribute);
      const [address, target] =
        name === 'open' ? args : [read('action') ?? read('href'), read('target')];
      const frame = target && Reflect.get(realm, String(target));
      if (Object(frame).parent !== realm) return run();
      return (
        when(
          () => ask(address),
          () => aim(frame.frameElement, address, run),
        ) ?? (name === 'open' ? frame : undefined)
      );
    },
  );
}
