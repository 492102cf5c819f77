/**
 * A node of a rendered component as plain JSON. A text may hold `{controller}`, `{policyUrl}`,
 * and within `each` also `{id}`, `{label}` and `{text}` of a purpose. A `template` is the shadow
 * root of its parent, as in declarative shadow DOM.
 */
export type BakedNode =
  | string
  | { readonly each: readonly BakedNode[] }
  | readonly [
      tag: string,
      attributes: { readonly [name: string]: string },
      children: readonly BakedNode[],
    ];

/** What `bakeBanner` makes at build time and `showBanner` plants. JSON, so that it needs no HTML parser. */
export type BakedBanner = BakedNode;
