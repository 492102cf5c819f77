import type { Keeper, Realm } from '../keeper.js';
import { waiting } from '../parking.js';
import { readOnce } from '../read-once.js';
import { wrap } from '../wrap.js';
import { attributeSetter, isForeign } from './attribute-setter.js';

/** Properties that make an element fetch, or decide what it shows. */
const properties =
  'HTMLImageElement src srcset|HTMLScriptElement src|HTMLIFrameElement src srcdoc|HTMLLinkElement href imageSrcset rel|HTMLSourceElement src srcset|HTMLMediaElement src|HTMLVideoElement poster|HTMLTrackElement src|HTMLEmbedElement src|HTMLObjectElement data|HTMLInputElement src|HTMLAnchorElement ping|HTMLAreaElement ping|HTMLBodyElement background|HTMLBaseElement href';

/** `img.src`, `setAttribute` and their kin, Attr nodes included. What is parked reads back as it was set. */
export function interceptAttributes(keeper: Keeper, realm: Realm): void {
  const set = attributeSetter(keeper);
  const { Audio } = realm;
  const { getAttribute } = realm.Element.prototype;

  wrap<Element>(
    realm,
    properties,
    (self, [value], run, name) => set(self, name, value, (fit) => run([fit])),
    'set',
  );

  wrap<Element>(
    realm,
    properties,
    (self, _, run, name) => {
      const parked = getAttribute.call(self, waiting + name.toLowerCase());
      if (parked === null) return run();
      return /set$|g$/.test(name) ? parked : new URL(parked, self.baseURI).href;
    },
    'get',
  );

  wrap<Element>(
    realm,
    'Element setAttribute',
    (self, args, run) => {
      const name = readOnce(args);
      return set(self, name, args[1], (fit) => run([name, fit]));
    },
    'value',
    isForeign,
  );
  // A namespace goes by any prefix.
  wrap<Element>(realm, 'Element setAttributeNS', (self, [space, given, value], run) => {
    const name = String(given);
    return set(self, name.replace(/.*:/, ''), value, (fit) => run([space, name, fit]));
  });

  // A list of words can be changed by itself: then the link counts as one that fetches.
  wrap<HTMLLinkElement>(
    realm,
    'HTMLLinkElement relList',
    (self, _, run) => {
      const { rel } = self;
      Object.assign(self, { rel: '' });
      Object.assign(self, { rel });
      return run();
    },
    'get',
  );

  // The constructor sets the attribute itself, past every setter.
  wrap(realm, ' Audio', (_, args, run) =>
    Object.assign(run([]) as InstanceType<typeof Audio>, args.length && { src: args[0] }),
  );
}
