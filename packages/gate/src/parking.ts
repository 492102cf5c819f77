import type { Verdict } from './judge.js';
import type { Keeper, Realm } from './keeper.js';

/** Where the address waits: in the markup, so that `cloneNode` and `innerHTML` carry it along. */
const waiting = 'data-sluis-';

/** Runs nothing, and is not what `type` says by itself. */
const inertType = 'sluis/held';

/** Links that tell, and fetch nothing. */
const telling = /^(canonical|alternate|author|license|next|prev|me)$/i;

type Parking = Pick<Keeper, 'guard' | 'rewrite' | 'scan' | 'inspect'> & {
  /** What is parked in the document and outside of it, in document order. */
  parked(): readonly Element[];
  /** Gives back what passes by now. */
  revive(element: Element): void;
};

type Tools = Pick<Keeper, 'ask' | 'askText' | 'askCode' | 'css' | 'when' | 'trusted'> & { plain(text: string): string };

/** Attributes that make an element fetch, each with the verdict on its value. */
export const addresses = ['src', 'href', 'srcset', 'imagesrcset', 'data', 'poster', 'ping', 'background', 'attributionsrc'] as const;

const isAddress = new Set<string>(addresses);

/** `xlink:href` and `href` mean the same (SVG 2), so they wait under one name. */
export function plainName(name: unknown): string {
  const lower = String(name).toLowerCase();
  return lower === 'xlink:href' ? 'href' : lower;
}

/** Elements of a template or of a parsed document fetch nothing until they are moved. */
export function isLive(node: Node): boolean {
  return !!node.ownerDocument?.defaultView;
}

/** Does setting this attribute make such an element fetch? An `<a href>` is the visitor's to follow. */
function fetches(element: Element, name: string): boolean {
  if (!isAddress.has(name)) return false;
  const tag = element.localName;
  if (name === 'href') return !/^(a|area|base)$|-/.test(tag) && !(tag === 'link' && telling.test(element.getAttribute('rel') ?? ''));
  return !tag.includes('-');
}

/** Takes addresses away from elements and gives them back; the element stays the same object. */
export function createParking(realm: Realm, { ask, askText, askCode, css, when, trusted, plain }: Tools): Parking {
  const { document, WeakRef } = realm;
  const { getAttribute, setAttribute, removeAttribute, hasAttribute } = realm.Element.prototype;
  const read = (element: Element, name: string): string | null => getAttribute.call(element, name);
  const write = (element: Element, name: string, value: string): void => setAttribute.call(element, name, value);
  const remove = (element: Element, name: string): void => removeAttribute.call(element, name);

  const selector = [...addresses, 'type'].map((name) => `[${waiting}${name}]`).join();
  const suspect = [...addresses.map((name) => `[${name === 'href' ? '*|href' : name}]`), '[style],[srcdoc],style,script'].join();

  /** Parked outside the document's own tree: detached, or below a shadow root. */
  let outside: WeakRef<Element>[] = [];
  let room = 99;
  const note = (element: Element): void => {
    outside.push(new WeakRef(element));
    if (outside.length < room) return;
    outside = outside.filter((ref) => {
      const one = ref.deref();
      return one?.matches(selector) && one.getRootNode() !== document;
    });
    room = outside.length * 2 + 99;
  };

  const verdictOf = (element: Element, name: string, value: string): Verdict => {
    if (name === 'type') return askText(element.textContent ?? '');
    if (/set$|g/.test(name)) {
      const verdicts = value.split(/[\s,]+/).map(ask);
      return verdicts.find((one) => one !== 'pass') ?? 'pass';
    }
    return /^(script|iframe|frame|embed|object|link)$/.test(element.localName) ? askCode(value) : ask(value);
  };

  const silence = (script: Element): void => {
    if (read(script, 'type') === inertType) return;
    write(script, `${waiting}type`, read(script, 'type') ?? '');
    write(script, 'type', inertType);
  };

  const revive = (element: Element): void => {
    const { localName, parentNode } = element;
    for (const name of ['type', ...addresses]) {
      const value = read(element, waiting + name);
      if (value === null || verdictOf(element, name, value) !== 'pass') continue;
      if (name === 'type' && hasAttribute.call(element, `${waiting}src`)) continue;
      remove(element, waiting + name);
      if (localName === 'script') {
        const type = name === 'type' ? value : read(element, `${waiting}type`);
        remove(element, `${waiting}type`);
        if (type) write(element, 'type', type);
        else if (type === '') remove(element, 'type');
        // Taken out of the parser's hands it would run whenever it comes: keep the order of the page.
        if (!hasAttribute.call(element, 'async')) Object.assign(element, { async: false });
      }
      if (name !== 'type') write(element, name, localName === 'script' ? trusted('createScriptURL', value) : value);
      else parentNode?.insertBefore(element, element.nextSibling);
    }
    if (localName === 'source' && parentNode instanceof realm.HTMLMediaElement) parentNode.load();
    const style = read(element, 'style');
    if (style?.includes('x-sluis')) write(element, 'style', plain(style));
  };

  const guard = (element: Element, name: string, value: unknown): boolean => {
    if (!fetches(element, name)) return false;
    const text = String(value);
    const verdict = verdictOf(element, name, text);
    if (verdict === 'pass') {
      if (hasAttribute.call(element, waiting + name)) remove(element, waiting + name);
      return false;
    }
    write(element, waiting + name, text);
    remove(element, name);
    if (name === 'href') element.removeAttributeNS('http://www.w3.org/1999/xlink', 'href');
    if (element.localName === 'script' && element.textContent) silence(element);
    if (element.localName === 'img' && !element.isConnected) {
      when(() => verdictOf(element, name, text), () => revive(element));
      if (verdict === 'drop') return true;
    }
    if (element.getRootNode() !== document) note(element);
    return true;
  };

  const nonce = document.currentScript?.nonce ?? '';
  const dressed = `<meta http-equiv=Content-Security-Policy content="manifest-src *"><script nonce="${nonce}">try{parent[Symbol.for('sluis')](self)}catch{}</script>`;

  const rewrite = (element: Element, name: string, value: unknown): unknown => {
    if (name === 'style') return css(String(value));
    if (name !== 'srcdoc' || element.localName !== 'iframe' || String(value).startsWith(dressed)) return value;
    return trusted('createHTML', dressed + String(value));
  };

  const inspect = (element: Element): boolean => {
    let changed = false;
    for (const { name, value } of Array.from(element.attributes)) {
      if (guard(element, plainName(name), value)) changed = true;
      const rewritten = rewrite(element, name, value);
      if (rewritten !== value) {
        write(element, name, String(rewritten));
        changed = true;
      }
    }
    const text = element.textContent ?? '';
    if (element.localName === 'style' && css(text) !== text) {
      element.textContent = css(text);
      changed = true;
    }
    if (element.localName === 'script' && runsAddresses(element, text) && askText(text) !== 'pass') {
      silence(element);
      changed = true;
    }
    return (element.shadowRoot && scan(element.shadowRoot)) || changed;
  };

  const scan = (root: Node): boolean => {
    let changed = root instanceof realm.Element && inspect(root);
    if ('querySelectorAll' in root) {
      for (const element of (root as ParentNode).querySelectorAll(suspect)) changed = inspect(element) || changed;
    }
    return changed;
  };

  return {
    guard,
    rewrite,
    scan,
    inspect,
    revive,
    parked: () => [
      ...new Set([
        ...document.querySelectorAll(`${selector},[style*=x-sluis]`),
        ...outside.flatMap((ref) => ref.deref() ?? []),
      ]),
    ],
  };
}

/** Code that fetches by naming an address, with no call that could be trapped. */
function runsAddresses(script: Element, text: string): boolean {
  return !script.hasAttribute('src') && (/^(module|importmap|speculationrules)$/i.test(script.getAttribute('type') ?? '') || /\bimport\s*\(/.test(text));
}
