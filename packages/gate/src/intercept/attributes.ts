import type { Keeper, Realm } from '../keeper.js';
import { addresses, isLive, plainName } from '../parking.js';
import { wrap, type Native } from '../wrap.js';

const concerned = new Set<string>([...addresses, 'style', 'xlink:href']);
const concerns = (name: unknown): boolean => concerned.has(String(name).toLowerCase());

/** `setAttribute` and its kin, Attr nodes included. What is parked reads back as it was set. */
export function interceptAttributes({ guard, rewrite }: Keeper, { document, Element, Attr, NamedNodeMap }: Realm): void {
  const { prototype } = Element;
  const { hasAttribute } = prototype;

  for (const [method, at] of [['setAttribute', 0], ['setAttributeNS', 1]] as const) {
    wrap<Element>(prototype, method, (native, self, args) => {
      if (concerns(args[at])) {
        const name = plainName(args[at]);
        if (isLive(self) && guard(self, name, args[at + 1])) return;
        args[at + 1] = rewrite(self, name, args[at + 1]);
      }
      return Reflect.apply(native, self, args);
    });
  }

  for (const method of ['getAttribute', 'hasAttribute', 'removeAttribute']) {
    wrap<Element>(prototype, method, (native, self, args) => {
      const waiting = `data-sluis-${plainName(args[0])}`;
      const parked = concerns(args[0]) && hasAttribute.call(self, waiting);
      return Reflect.apply(native, self, parked ? [waiting] : args);
    });
  }

  /** An attribute map does not tell its element; an attribute that is put into it does. */
  const setNode = (native: Native, self: unknown, args: unknown[]): unknown => {
    const [node] = args;
    if (node instanceof Attr && concerns(node.name)) {
      const probe = document.createAttribute('data-sluis-probe');
      Reflect.apply(native, self, [probe]);
      const owner = probe.ownerElement;
      owner?.removeAttributeNode(probe);
      const name = plainName(node.name);
      if (owner && isLive(owner) && guard(owner, name, node.value)) return null;
      if (owner && name === 'style') node.value = String(rewrite(owner, name, node.value));
    }
    return Reflect.apply(native, self, args);
  };
  for (const suffix of ['', 'NS']) {
    wrap(prototype, `setAttributeNode${suffix}`, setNode);
    wrap(NamedNodeMap.prototype, `setNamedItem${suffix}`, setNode);
  }

  wrap<Attr>(Attr.prototype, 'value', (native, self, args) => {
    const { name, ownerElement } = self;
    if (ownerElement && concerns(name)) {
      if (isLive(ownerElement) && guard(ownerElement, plainName(name), args[0])) return;
      args = [rewrite(ownerElement, plainName(name), args[0])];
    }
    Reflect.apply(native, self, args);
  }, 'set');
}
