import type { Keeper, Realm } from '../keeper.js';
import { roots } from '../parking.js';
import { wrap, type Idle, type Trap } from '../wrap.js';
import { enterFrames } from './frames.js';

/** Elements that run, wait for a purpose or have a window, and those that text runs in. */
const special = new Set<unknown>([
  'script',
  'link',
  'template',
  'iframe',
  'frame',
  'object',
  'embed',
]);

/**
 * Nodes from a template, a parsed or a created document carry addresses that nobody saw being set.
 * Every way in looks at those; nodes of our own document were guarded when they were made.
 */
export function interceptInsertion(
  { scan, silence, enter, template, isStale }: Keeper,
  realm: Realm,
): void {
  const { document } = realm;
  /** `window.length` takes five times as long as its getter by itself. */
  const length = Reflect.getOwnPropertyDescriptor(realm, 'length')?.get;
  const frames = (): number => Number(length?.call(realm));

  /** Our own, with no frame in it, and no text for a script. */
  const isPlain: Idle<Partial<Element>> = (self, given) => {
    const node = given as Element | null | undefined;
    return (
      node?.ownerDocument === document &&
      !special.has(node.localName ?? self.localName) &&
      !node.firstElementChild
    );
  };

  const look = (script: Element | false, node: Partial<Node> | string | null): void => {
    // Text that comes into a script in the page runs there and then.
    if (script) silence(script, typeof node === 'string' ? node : (node?.textContent ?? ''));
    const { ownerDocument, nodeName } = Object(node);
    if (nodeName === 'TEMPLATE') template();
    // Its text may have come in pieces, before its type.
    if (nodeName === 'SCRIPT') silence(node as Element, (node as Element).textContent ?? '');
    if (ownerDocument && (ownerDocument !== document || isStale())) scan(node as Node);
  };

  const insert: Trap<Partial<Element>> = (self, args, run, name) => {
    // What comes out of one place and into another has a new window.
    if (name !== 'surroundContents' && args.every((node) => isPlain(self, node, 1))) return run();
    const script = self.localName === 'script' && (self as Element);
    for (const node of args) look(script, node as Node);
    const before = frames();
    const result = run();
    if (frames() > before || /^[rs]/.test(name)) enterFrames(enter, realm);
    return result;
  };
  wrap(realm, 'Node appendChild insertBefore replaceChild', insert, 'value', isPlain);
  wrap(
    realm,
    'Element append prepend replaceChildren before after replaceWith insertAdjacentElement|DocumentFragment append prepend replaceChildren|Document append prepend replaceChildren|CharacterData before after replaceWith|Range insertNode',
    insert,
    'value',
    (self, node, count) => count === 1 && isPlain(self, node, 1),
  );

  wrap(realm, 'Range surroundContents', insert);

  wrap<Element>(realm, 'Element attachShadow', (self, _, run) => {
    const root = run() as ShadowRoot;
    roots.set(self, root);
    return root;
  });

  // What comes to live here fetches in a task, so there is time to look.
  wrap(realm, 'Document importNode adoptNode|Range createContextualFragment', (_, _args, run) => {
    const node = run() as Node;
    scan(node);
    return node;
  });
}
