import type { Keeper, Realm } from '../keeper.js';
import { wrap } from '../wrap.js';

/** A form, a link or `open` may send a frame of the page to another party; other windows are the visitor's to open. */
export function interceptNavigation({ ask, when }: Keeper, realm: Realm): void {
  const isFrame = (name: unknown): boolean => {
    const target = name && Reflect.get(realm, String(name));
    return Object(target).parent === realm && Object(target).window === target;
  };
  const hold = <Self>(owner: object, name: string, whither: (self: Self, args: unknown[]) => unknown[]): void =>
    wrap<Self>(owner, name, (native, self, args) => {
      const [address, target] = whither(self, args);
      if (!isFrame(target)) return Reflect.apply(native, self, args);
      when(() => ask(address), () => Reflect.apply(native, self, args));
      return Reflect.get(realm, String(target));
    });

  for (const name of ['submit', 'requestSubmit']) {
    hold<Element>(realm.HTMLFormElement.prototype, name, (self) => [self.getAttribute('action'), self.getAttribute('target')]);
  }
  hold<Element>(realm.HTMLElement.prototype, 'click', (self) => [self.getAttribute('href'), self.getAttribute('target')]);
  hold<Window>(realm, 'open', (_, args) => args);
}
