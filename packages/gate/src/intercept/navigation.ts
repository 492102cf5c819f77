import type { Keeper, Realm } from '../keeper.js';
import { enterFrame } from './frames.js';
import { wrap } from '../wrap.js';

/** A form, a link or `open` may send a frame of the page to another party; other windows are the visitor's to open. */
export function interceptNavigation({ ask, aim, when, enter }: Keeper, realm: Realm): void {
  const { getAttribute } = realm.Element.prototype;
  wrap<Element>(
    realm,
    'HTMLFormElement submit requestSubmit|HTMLElement click| open',
    (self, args, run, name) => {
      const read = (attribute: string): unknown => getAttribute.call(self, attribute);
      const [address, target] =
        name === 'open' ? args : [read('action') ?? read('href'), read('target')];
      const frame = target && Reflect.get(realm, String(target));
      if (Object(frame).parent !== realm) {
        const opened = run() as Window | null | undefined;
        // A page of ours brings its own gate, and may outlive this one.
        return /^(about:|$)/.test(String(address ?? '')) ? enterFrame(enter, opened) : opened;
      }
      return (
        when(
          () => ask(address),
          () => aim(frame.frameElement, address, run),
        ) ?? (name === 'open' ? frame : undefined)
      );
    },
  );
}
