import type { Keeper, Realm } from '../keeper.js';
import { concerns, isLive, plainName, waiting } from '../parking.js';
import { wrap } from '../wrap.js';

/** Properties that make an element fetch, or decide what it shows. */
const properties =
  'HTMLImageElement src srcset|HTMLScriptElement src|HTMLIFrameElement src srcdoc|HTMLLinkElement href imageSrcset|HTMLSourceElement src srcset|HTMLMediaElement src|HTMLVideoElement poster|HTMLTrackElement src|HTMLEmbedElement src|HTMLObjectElement data|HTMLInputElement src|HTMLAnchorElement ping|HTMLAreaElement ping|HTMLBodyElement background';

/** Most attributes are none of ours, and are told by this at once: `setAttribute` is a hot path. */
const maybe = /s(rc|tyle)|href|sluis|^(data|poster|ping|background)$/i;

/** `img.src`, `setAttribute` and their kin, Attr nodes included. What is parked reads back as it was set. */
export function interceptAttributes({ guard, rewrite, template }: Keeper, realm: Realm): void {
  const { document, Audio } = realm;
  const { getAttribute, hasAttribute } = realm.Element.prototype;

  /** Parks the value, or hands on the one that may be set. */
  const set = (
    element: Element | null,
    given: unknown,
    value: unknown,
    pass: (value: unknown) => unknown,
  ): unknown => {
    if (!element || !maybe.test(String(given))) return pass(value);
    const name = plainName(given);
    if (/^data-sluis-[ps]/.test(name)) template();
    if (!concerns.test(name)) return pass(value);
    if (!isLive(element) || !guard(element, name, value)) pass(rewrite(element, name, value));
    return null;
  };

  wrap<Element>(
    realm,
    `${properties}|HTMLElement style|SVGElement style`,
    (self, [value], run, name) => set(self, name, value, (fit) => run([fit])),
    'set',
  );

  wrap<Element>(
    realm,
    properties,
    (self, _, run, name) => {
      const parked = getAttribute.call(self, waiting + name.toLowerCase());
      if (parked === null) return run();
      return /set$|g$/.test(name) ? parked : new URL(parked, document.baseURI).href;
    },
    'get',
  );

  wrap<Element>(realm, 'Element setAttribute', (self, [name, value], run) =>
    set(self, name, value, (fit) => run([name, fit])),
  );
  wrap<Element>(realm, 'Element setAttributeNS', (self, [space, name, value], run) =>
    set(self, name, value, (fit) => run([space, name, fit])),
  );
  wrap<Attr>(
    realm,
    'Attr value',
    (self, [value], run) => set(self.ownerElement, self.name, value, (fit) => run([fit])),
    'set',
  );
  wrap<Element>(realm, 'Element setAttributeNode setAttributeNodeNS', (self, args, run) => {
    const { name, value } = args[0] as Attr;
    return set(self, name, value, (fit) => {
      Object.assign(Object(args[0]), { value: fit });
      return run();
    });
  });

  wrap<Element>(realm, 'Element getAttribute hasAttribute removeAttribute', (self, args, run) => {
    if (!maybe.test(String(args[0]))) return run();
    const name = waiting + plainName(args[0]);
    return run(hasAttribute.call(self, name) ? [name] : args);
  });

  // The constructor sets the attribute itself, past every setter.
  wrap(realm, ' Audio', (_, args, run) =>
    Object.assign(run([]) as InstanceType<typeof Audio>, args.length && { src: args[0] }),
  );
}
