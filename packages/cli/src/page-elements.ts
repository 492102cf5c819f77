import { parse, type DefaultTreeAdapterTypes } from 'parse5';

/** A start tag of a page, in document order. */
export interface PageElement {
  readonly tag: string;
  readonly line: number;
  readonly column: number;
  attribute(name: string): string | undefined;
  readonly text: string;
  /** Is it in a template that waits for a purpose or a service? */
  readonly waits: boolean;
}

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

function attributeOf({ attrs }: Element, name: string): string | undefined {
  return attrs.find((one) => one.name === name)?.value;
}

function textOf({ childNodes }: Element): string {
  return childNodes.map((node) => ('value' in node ? node.value : '')).join('');
}

/** Everything that the parser makes of a page, as browsers read it (HTML, 13.2). */
export function pageElements(html: string): readonly PageElement[] {
  const found: PageElement[] = [];
  const visit = (node: Node, waits: boolean): void => {
    const isElement = 'tagName' in node;
    if (isElement && node.sourceCodeLocation) {
      const { startLine, startCol } = node.sourceCodeLocation;
      found.push({
        tag: node.tagName,
        line: startLine,
        column: startCol,
        attribute: (name) => attributeOf(node, name),
        text: textOf(node),
        waits,
      });
    }
    const isMarked =
      isElement && node.attrs.some(({ name }) => /^data-sluis-(purpose|service)$/.test(name));
    if ('content' in node) visit(node.content, waits || isMarked);
    if ('childNodes' in node) for (const child of node.childNodes) visit(child, waits);
  };
  visit(parse(html, { sourceCodeLocationInfo: true }), false);
  return found;
}
