import type { Keeper, Realm } from '../keeper.js';
import { readOnce } from '../read-once.js';
import { wrap, type Trap } from '../wrap.js';
import { attributeSetter } from './attribute-setter.js';

/** Lists and animated values do not say whose they are. For all realms, whose members work on each other's. */
const owners = new WeakMap<object, Element>();

/** The roundabout ways to an attribute: nodes, lists of them, and the animated values of SVG. */
export function interceptAttributeNodes(keeper: Keeper, realm: Realm): void {
  const set = attributeSetter(keeper);
  wrap<Element>(
    realm,
    'Element attributes|SVGImageElement href|SVGFEImageElement href|SVGScriptElement href',
    (self, _, run) => {
      const part = run();
      owners.set(Object(part), self);
      return part;
    },
    'get',
  );
  wrap<SVGAnimatedString>(
    realm,
    'SVGAnimatedString baseVal',
    (self, [value], run) => set(owners.get(self), 'href', value, (fit) => run([fit])),
    'set',
  );
  // Text that is given to a script, too: `import` is no call that a trap could stand before.
  wrap<Attr & Partial<Element>>(
    realm,
    'Attr value|Node nodeValue textContent|HTMLElement innerText|HTMLScriptElement text innerText textContent',
    (self, args, run) => {
      const { localName } = self;
      const text = readOnce(args);
      if (localName === 'script') keeper.silence(self as Element, String(text));
      return set(self.ownerElement, localName, text, (fit) => run([fit]));
    },
    'set',
    ({ localName, ownerElement }) => !localName || (!ownerElement && localName !== 'script'),
  );
  const attach: Trap<Element | NamedNodeMap> = (self, args, run) => {
    const { localName, value } = args[0] as Attr;
    return set(owners.get(self) ?? (self as Element), localName, value, (fit) => {
      Object.assign(Object(args[0]), { value: fit });
      return run();
    });
  };
  wrap(
    realm,
    'Element setAttributeNode setAttributeNodeNS|NamedNodeMap setNamedItem setNamedItemNS',
    attach,
  );
}
