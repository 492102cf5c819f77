import type { Realm } from './keeper.js';
import { waiting } from './parking.js';

export interface Bases {
  /** Counts from now on, as long as it is in its document and parked. */
  park(base: Element): void;
  /**
   * What is relative in a document is relative to this. A `<base>` at another party is held like any address, and what is relative to
   * it is held with it: code that imports by a relative address makes no call that could be trapped.
   */
  of(document: Document): string;
  /** Was one ever parked? Then what was set before may be relative to it by now. */
  any(): boolean;
}

export function createBases({ Node, Element: { prototype } }: Realm): Bases {
  const { getAttribute } = prototype;
  const parked = new WeakMap<Document, Element>();
  let any = false;
  // An image or a form of the page may have the name `baseURI` (HTML, 3.1.7: named properties of a document).
  const baseURI = Object.getOwnPropertyDescriptor(Node.prototype, 'baseURI');
  return {
    park(base) {
      parked.set(base.ownerDocument, base);
      any = true;
    },
    any: () => any,
    of(document) {
      const address = baseURI?.get?.call(document);
      const base = parked.get(document);
      const href = base?.isConnected && getAttribute.call(base, `${waiting}href`);
      return href ? new URL(href, address).href : address;
    },
  };
}
