import type { BakedNode } from './baked-banner.js';
import { fill } from './fill.js';

/** Values of the placeholders. */
export interface Values {
  readonly [name: string]: string;
}

/**
 * Builds a baked node inside a parent, without an HTML parser, so that Trusted Types have nothing
 * to object to.
 * @param items values of each thing that is repeated, on top of `values`
 */
export function grow(
  parent: Node,
  node: BakedNode,
  values: Values,
  items: readonly Values[],
): void {
  if (typeof node === 'string') {
    parent.appendChild(document.createTextNode(fill(node, values)));
  } else if ('each' in node) {
    for (const item of items) {
      for (const child of node.each) grow(parent, child, { ...values, ...item }, items);
    }
  } else {
    const [tag, attributes, children] = node;
    let root: Node;
    if (tag === 'template' && parent instanceof Element) {
      root = parent.attachShadow({ mode: 'open' });
    } else {
      const element = document.createElement(tag);
      for (const name in attributes)
        element.setAttribute(name, fill(attributes[name] ?? '', values));
      root = parent.appendChild(element);
    }
    for (const child of children) grow(root, child, values, items);
  }
}
