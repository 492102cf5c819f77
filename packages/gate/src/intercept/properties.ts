import type { Keeper, Realm } from '../keeper.js';
import { isLive } from '../parking.js';
import { wrap } from '../wrap.js';

/** Interfaces with properties that make an element fetch. */
const owners =
  'Image src srcset attributionSrc|Script src attributionSrc|IFrame src srcdoc|Frame src|Link href imageSrcset|Source src srcset|Media src|Video poster|Track src|Embed src|Object data|Input src|Anchor ping|Area ping|Body background| style';

/** `img.src = ...` and its kind. What is parked reads back as it was set. */
export function interceptProperties({ guard, rewrite }: Keeper, realm: Realm): void {
  const { document, Element, URL } = realm;
  const { getAttribute } = Element.prototype;
  for (const line of owners.split('|')) {
    const [tag, ...names] = line.split(' ');
    const owner = Reflect.get(realm, `HTML${tag}Element`)?.prototype;
    for (const property of names) {
      const name = property.toLowerCase();
      wrap<Element>(owner, property, (native, self, args) => {
        if (isLive(self) && guard(self, name, args[0])) return;
        Reflect.apply(native, self, [rewrite(self, name, args[0])]);
      }, 'set');
      if (!/^s(tyle|rcdoc)$/.test(name)) wrap<Element>(owner, property, (native, self, args) => {
        const parked = getAttribute.call(self, `data-sluis-${name}`);
        if (parked === null) return Reflect.apply(native, self, args);
        try {
          return /set$|g/.test(name) ? parked : new URL(parked, document.baseURI).href;
        } catch {
          return parked;
        }
      }, 'get');
    }
  }

  // The constructor sets the attribute itself, past every setter.
  wrap(realm, 'Audio', (native, _, args, target) => {
    const audio = Reflect.construct(native, [], target ?? native);
    if (args.length) audio.src = args[0];
    return audio;
  });
}
