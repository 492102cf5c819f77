import type { Keeper, Realm } from '../keeper.js';
import { wrap } from '../wrap.js';

/** Text that is given to a script: `import` is no call that a trap could stand before. */
export function interceptScripts({ silence }: Keeper, realm: Realm): void {
  wrap<Partial<Element>>(
    realm,
    'Node textContent|HTMLElement innerText|HTMLScriptElement text innerText textContent',
    (self, args, run) => {
      if (self.localName === 'script') silence(self as Element, String(args[0]));
      return run();
    },
    'set',
  );
}
