import type { Keeper, Realm } from '../keeper.js';
import { wrap, type Trap } from '../wrap.js';
import { enterFrames } from './frames.js';

const methods =
  'Node appendChild insertBefore replaceChild|Element append prepend replaceChildren before after replaceWith insertAdjacentElement|DocumentFragment append prepend replaceChildren|Document append prepend replaceChildren|CharacterData before after replaceWith|Range insertNode';

/**
 * Nodes from a template, a parsed or a created document carry addresses that nobody saw being set.
 * Every way in looks at those; nodes of our own document were guarded when they were made.
 */
export function interceptInsertion(keeper: Keeper, realm: Realm): void {
  const { document } = realm;
  const { css, scan } = keeper;

  const insert: Trap<Partial<Element>> = (native, self, args) => {
    for (let index = 0; index < args.length; index++) {
      const node = args[index] as Node | string | null;
      if (!node) continue;
      const owner = typeof node === 'object' && node.ownerDocument;
      if (owner && owner !== document) scan(node);
      if (self.localName === 'style') {
        if (typeof node === 'string') args[index] = css(node);
        else if (node.nodeType === 3) node.nodeValue = css(node.nodeValue ?? '');
      }
    }
    const before = realm.length;
    const result = Reflect.apply(native, self, args);
    if (realm.length > before) enterFrames(keeper, realm);
    return result;
  };
  for (const line of methods.split('|')) {
    const [owner, ...names] = line.split(' ');
    for (const name of names) wrap(Reflect.get(realm, owner ?? '')?.prototype, name, insert);
  }

  const adopt: Trap<Document> = (native, self, args) => {
    const [node] = args;
    if (node instanceof Object && (node as Node).ownerDocument !== document) scan(node as Node);
    return Reflect.apply(native, self, args);
  };
  wrap(realm.Document.prototype, 'adoptNode', adopt);

  // A copy fetches as soon as it is in a live document, so copy first where nothing fetches.
  wrap<Document>(realm.Document.prototype, 'importNode', (native, self, args) => {
    const copy = Reflect.apply(native, self, args) as Node;
    scan(copy);
    return copy;
  });
}
