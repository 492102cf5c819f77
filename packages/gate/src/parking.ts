import type { FramePolicy } from './frame-policy.js';
import type { Verdict } from './judge.js';
import type { Keeper, Realm } from './keeper.js';
import { strictest } from './verdicts.js';

/** Where the address waits: in the markup, so that `cloneNode` and `innerHTML` carry it along. */
export const waiting = 'data-sluis-';

/** Attributes that make an element fetch. */
const addresses = [
  'src',
  'href',
  'srcset',
  'imagesrcset',
  'data',
  'poster',
  'ping',
  'background',
  'attributionsrc',
];

/** Attributes that the gate has a word about. */
export const concerns: RegExp = new RegExp(`^(${addresses.join('|')}|style|srcdoc)$`);

/** Elements that run what they fetch, or show it in a window of its own. */
const running = /^(script|i?frame|embed|object|link)$/;

/** An `<a href>` is the visitor's to follow; a custom element's attributes mean what it likes. */
const passive = /^(a|area|base)$|-/;

/** Links that tell, and fetch nothing. */
const telling = /^(canonical|alternate)$/i;

/** Code that fetches by naming an address, with no call that could be trapped. */
const naming = /^(module|importmap|speculationrules)$/i;

type Parking = Pick<Keeper, 'guard' | 'rewrite' | 'scan' | 'inspect'> & {
  /** Parked and inert elements of the page and its blank frames, in document order; then those outside of a document. */
  parked(documents: readonly Document[]): Set<Element>;
  /** Gives back what passes by now. */
  revive(element: Element): void;
};

type Tools = Pick<Keeper, 'ask' | 'askText' | 'askCode' | 'css' | 'when' | 'trusted'> & {
  plain(text: string): string;
  readonly frames: FramePolicy;
  /** A blank page of the site's own. */
  readonly blank: string;
};

/** `xlink:href` and `href` mean the same (SVG 2), so they wait under one name. */
export function plainName(name: unknown): string {
  return String(name).toLowerCase().replace('xlink:', '');
}

/** Elements of a template or of a parsed document fetch nothing until they are moved. */
export function isLive(node: Node): boolean {
  return !!node.ownerDocument?.defaultView;
}

/**
 * Takes addresses away from elements and gives them back; the element stays the same object. One long
 * closure, with its branches in one place: split up it is the same code and 200 bytes more in the
 * page's first script.
 */
// eslint-disable-next-line max-lines-per-function
export function createParking(
  { document, Element: { prototype } }: Realm,
  { ask, askText, askCode, css, when, trusted, plain, frames, blank }: Tools,
): Parking {
  const { getAttribute, setAttribute, removeAttribute } = prototype;
  const read = (element: Element, name: string): string | null => getAttribute.call(element, name);
  const write = (element: Element, name: string, value: string): void =>
    setAttribute.call(element, name, value);
  const remove = (element: Element, name: string): void => removeAttribute.call(element, name);

  const held = `${[...addresses, 'type'].map((name) => `[${waiting}${name}]`)},[style*=x-sluis],style`;
  const suspect = `${addresses.map((name) => `[${name}]`)},[*|href],[style],[srcdoc],style,script`;

  /** Parked where no document's query finds it: detached, or below a shadow root. */
  let outside: WeakRef<Element>[] = [];
  let room = 99;
  const note = (element: Element): void => {
    outside.push(new WeakRef(element));
    if (outside.length < room) return;
    outside = outside.filter((ref) => ref.deref()?.matches(held));
    room = outside.length * 2 + 99;
  };

  const verdictOf = (element: Element, name: string, value: string): Verdict => {
    if (name === 'type') return askText(element.textContent ?? '');
    if (/set$|g$/.test(name)) return strictest(value.split(/[\s,]+/).map(ask));
    return (running.test(element.localName) ? askCode : ask)(value);
  };

  /** Makes a script something that the browser does not run. */
  const silence = (script: Element): true => {
    if (read(script, `${waiting}type`) === null) {
      write(script, `${waiting}type`, read(script, 'type') ?? '');
      write(script, 'type', 'sluis');
    }
    return true;
  };

  /** Is this address for a frame that the page's own policy would not load? Then it is shown another way. */
  const isFramed = (element: Element, name: string, address: string): boolean => {
    if (element.localName !== 'iframe' || name !== 'src' || !frames.blocks(element, address))
      return false;
    if (read(element, name) === blank && read(element, waiting + name) === address) return true;
    write(element, waiting + name, address);
    frames.show(element as HTMLIFrameElement, address);
    write(element, name, blank);
    return true;
  };

  // eslint-disable-next-line complexity
  const guard = (element: Element, name: string, value: unknown): boolean => {
    const tag = element.localName;
    if (
      !addresses.includes(name) ||
      (passive.test(tag) && name !== 'ping') ||
      (tag === 'link' && telling.test(read(element, 'rel') ?? ''))
    )
      return false;
    const text = String(value);
    const ask = (): Verdict => verdictOf(element, name, text);
    const verdict = ask();
    if (verdict === 'pass' && isFramed(element, name, text)) return true;
    remove(element, verdict === 'pass' ? waiting + name : name);
    if (verdict === 'pass') return false;
    write(element, waiting + name, text);
    element.removeAttributeNS('http://www.w3.org/1999/xlink', name);
    if (tag === 'script' && element.textContent) silence(element);
    // Taking the address away does not stop a frame that is on its way or there.
    if (tag === 'iframe')
      (element as HTMLIFrameElement).contentWindow?.location.replace('about:blank');
    // Nobody but the queue keeps a pixel that is in no document.
    if (tag === 'img' && !element.isConnected) when(ask, () => revive(element));
    if (element.getRootNode() !== document && (tag !== 'img' || verdict === 'hold')) note(element);
    return true;
  };

  // eslint-disable-next-line complexity
  const revive = (element: Element): void => {
    const { localName, parentNode, nextSibling, textContent } = element;
    if (localName === 'style') {
      const text = plain(textContent ?? '');
      if (text !== textContent) element.textContent = text;
    }
    const style = read(element, 'style');
    if (style && plain(style) !== style) write(element, 'style', plain(style));
    for (const name of [...addresses, 'type']) {
      const value = read(element, waiting + name);
      if (value === null || verdictOf(element, name, value) !== 'pass') continue;
      if (name === 'type' && read(element, `${waiting}src`) !== null) continue;
      if (isFramed(element, name, value)) continue;
      remove(element, waiting + name);
      if (localName === 'script') {
        // Out of the parser's hands it would run whenever it comes: keep the order of the page.
        if (read(element, 'async') === null) Object.assign(element, { async: false });
        const type = name === 'type' ? value : read(element, `${waiting}type`);
        if (type !== null) write(element, 'type', type);
        remove(element, `${waiting}type`);
      }
      if (name === 'type') parentNode?.insertBefore(element, nextSibling);
      else write(element, name, localName === 'script' ? trusted('createScriptURL', value) : value);
    }
    if (localName === 'source') (parentNode as Partial<HTMLMediaElement> | null)?.load?.();
  };

  const nonce = document.currentScript?.nonce ?? '';
  const dressed = `<meta http-equiv=Content-Security-Policy content="manifest-src *"><script nonce="${nonce}">try{parent[Symbol.for('sluis')](self)}catch{}</script>`;

  const rewrite = (_: Element, name: string, value: unknown): unknown => {
    if (name === 'style') return css(value);
    const text = String(value);
    return name !== 'srcdoc' || text.startsWith(dressed)
      ? value
      : trusted('createHTML', dressed + text);
  };

  // eslint-disable-next-line complexity
  const inspect = (element: Element): boolean => {
    const { localName, attributes, textContent, shadowRoot } = element;
    const text = textContent ?? '';
    let changed = false;
    for (const { name, value } of Array.from(attributes)) {
      const plain = plainName(name);
      if (!concerns.test(plain)) continue;
      const fit = rewrite(element, plain, value);
      if (fit !== value) write(element, name, String(fit));
      changed = guard(element, plain, value) || fit !== value || changed;
    }
    if (localName === 'style' && css(text) !== text) {
      element.textContent = css(text);
      changed = true;
    }
    if (
      localName === 'script' &&
      read(element, 'src') === null &&
      (naming.test(read(element, 'type') ?? '') || /\bimport\s*\(/.test(text)) &&
      askText(text) !== 'pass'
    ) {
      changed = silence(element);
    }
    return (!!shadowRoot && scan(shadowRoot)) || changed;
  };

  const scan = (root: Node & Partial<Element>): boolean => {
    let changed = !!root.localName && inspect(root as Element);
    for (const element of root.querySelectorAll?.(suspect) ?? [])
      changed = inspect(element) || changed;
    return changed;
  };

  return {
    guard,
    rewrite,
    scan,
    inspect,
    revive,
    parked: (documents) =>
      new Set([
        ...documents.flatMap((one) => [...one.querySelectorAll(held)]),
        ...outside.flatMap((ref) => ref.deref() ?? []),
      ]),
  };
}
