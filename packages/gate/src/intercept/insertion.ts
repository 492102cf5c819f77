import type { Keeper, Realm } from '../keeper.js';
import { wrap } from '../wrap.js';
import { enterFrames } from './frames.js';

/**
 * Nodes from a template, a parsed or a created document carry addresses that nobody saw being set.
 * Every way in looks at those; nodes of our own document were guarded when they were made.
 */
export function interceptInsertion({ scan, silence, enter, template }: Keeper, realm: Realm): void {
  const { document } = realm;

  wrap<Partial<Element>>(
    realm,
    'Node appendChild insertBefore replaceChild|Element append prepend replaceChildren before after replaceWith insertAdjacentElement|DocumentFragment append prepend replaceChildren|Document append prepend replaceChildren|CharacterData before after replaceWith|Range insertNode',
    (self, args, run) => {
      const script = self.localName === 'script' && (self as Element);
      for (let index = 0; index < args.length; index++) {
        const node = args[index] as Node | string | null;
        // Text that comes into a script in the page runs there and then.
        if (script) silence(script, typeof node === 'string' ? node : (node?.textContent ?? ''));
        const owner = (node as Partial<Node> | null)?.ownerDocument;
        if (!owner) continue;
        if ((node as Node).nodeName === 'TEMPLATE') template();
        if (owner !== document) scan(node as Node);
      }
      const before = realm.length;
      const result = run();
      if (realm.length > before) enterFrames(enter, realm);
      return result;
    },
  );

  // What comes to live here fetches in a task, so there is time to look.
  wrap(realm, 'Document importNode adoptNode|Range createContextualFragment', (_, _args, run) => {
    const node = run() as Node;
    scan(node);
    return node;
  });
}
