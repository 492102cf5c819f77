import { isValidElement, type ComponentChildren, type VNode } from 'preact';
import type { BakedBanner, BakedNode } from './baked-banner.js';
import { Banner } from './banner.js';
import type { Messages } from './messages.js';

type Props = { readonly children?: ComponentChildren } & { readonly [attribute: string]: unknown };

/** Elements and fragments: the banner is one component without components of its own. */
function bakeElement({ type, props }: VNode<Props>): readonly BakedNode[] {
  const { children, ...attributes } = props;
  const inside = bake(children);
  if (typeof type !== 'string') return inside;
  const spelled = Object.entries(attributes).map(([name, value]) => [name, String(value)]);
  return [[type, Object.fromEntries(spelled), inside]];
}

/** In JSX only what is repeated carries a key, so a key is where the run time repeats. */
function bake(node: ComponentChildren): readonly BakedNode[] {
  if (Array.isArray(node)) return node.flatMap(bake);
  if (node === null || node === undefined || typeof node === 'boolean') return [];
  if (!isValidElement(node)) return [String(node)];
  const element: VNode<Props> = node;
  const baked = bakeElement(element);
  return element.key === undefined || element.key === null ? baked : [{ each: baked }];
}

/** The banner in one language as plain JSON, rendered at build time so that a page needs no Preact for it. */
export function bakeBanner(messages: Messages): BakedBanner {
  const [host] = bake(
    Banner({
      messages,
      controller: '{controller}',
      policyUrl: '{policyUrl}',
      signalled: true,
      purposes: [{ id: '{id}', label: '{label}', text: '{text}' }],
    }),
  );
  return host ?? '';
}
