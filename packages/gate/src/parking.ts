import type { Bases } from './bases.js';
import type { Verdict } from './judge.js';
import type { Keeper, Realm } from './keeper.js';
import type { Release } from './release.js';
import type { ShowPolicy } from './show-policy.js';
import { strictest } from './verdicts.js';

/** Where the address waits: in the markup, so that `cloneNode` and `innerHTML` carry it along. */
export const waiting = 'data-sluis-';

/** Attributes that make an element fetch. */
export const addresses: readonly string[] = [
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
export const concerns: RegExp = new RegExp(`^(${addresses.join('|')}|srcdoc)$`);

/** Shadow roots that a script made, closed ones too. */
export const roots: WeakMap<Element, ShadowRoot> = new WeakMap();

/** Elements that run what they fetch, or show it in a window of its own. */
const running = /^(script|i?frame|embed|object|link)$/;

/** Elements that show a page. */
const framing = /^(i?frame|embed|object)$/;

/** An `<a href>` is the visitor's to follow; a custom element's attributes mean what it likes. */
const passive = /^(a|area)$|-/;

/** Links that tell, and fetch nothing. */
export const telling: RegExp = /^(canonical|alternate)$/i;

/** A shadow root that the parser makes when this is written into the page. */
const toCome = 'template[shadowrootmode]';

/** Code that fetches by naming an address, with no call that could be trapped. */
const naming = /\b(imports?|export)\b/;

/** JSON that the browser acts upon. */
const acting = /^(speculationrules|webbundle)$/i;

type Parking = Pick<Keeper, 'guard' | 'dress' | 'scan' | 'inspect' | 'silence'> & {
  /** Attributes as they are, past our own traps. */
  read(element: Element, name: string): string | null;
  write(element: Element, name: string, value: string): void;
  remove(element: Element, name: string): void;
  /** The verdict on what an element has, or would have, in an attribute. */
  verdictOf(element: Element, name: string, value: string): Verdict;
  /** Parked elements of the page and its blank frames, in document order; then those outside of a document. */
  parked(documents: Iterable<Document>): Set<Element>;
};

type Tools = Pick<
  Keeper,
  | 'ask'
  | 'route'
  | 'askText'
  | 'askJson'
  | 'askCode'
  | 'htmlOf'
  | 'base'
  | 'when'
  | 'trusted'
  | 'template'
> & {
  readonly policy: ShowPolicy;
  readonly bases: Bases;
  /** Gives back what passes by now; there once it has been loaded. */
  release(): Release | undefined;
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
  {
    ask,
    route,
    askText,
    askJson,
    askCode,
    htmlOf,
    base,
    when,
    trusted,
    template,
    policy,
    bases,
    release,
  }: Tools,
): Parking {
  // A form shows its fields in place of its own members (HTML, 4.10.3), so nothing is called on an element itself.
  const { getAttribute, setAttribute, removeAttribute, matches } = prototype;
  const read = (element: Element, name: string): string | null => getAttribute.call(element, name);
  const write = (element: Element, name: string, value: string): void =>
    setAttribute.call(element, name, value);
  const remove = (element: Element, name: string): void => removeAttribute.call(element, name);

  const held = String([...addresses, 'type'].map((name) => `[${waiting}${name}]`));
  const suspect = `${addresses.filter((name) => name !== 'href').map((name) => `[${name}]`)},[*|href]:not(a,area),[srcdoc],script,${toCome}`;

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
    if (name === 'type') return verdictOfText(element, value, element.textContent ?? '');
    const isSet = /set$|g$/.test(name);
    const judge = !isSet && running.test(element.localName) ? askCode : ask;
    // An inert document may have no address to be relative to, and its elements come to live in ours.
    const from = [bases.of(element.ownerDocument), ...(isLive(element) ? [] : [base()])];
    return strictest(
      (isSet ? value.split(/[\s,]+/) : [value]).flatMap((address) =>
        from.map((base) => judge(route(address), base)),
      ),
    );
  };

  /** A parked element reads as it was set, and answers by itself: nobody else's calls cost more for it. */
  const answers = Object.fromEntries(
    (['getAttribute', 'hasAttribute', 'removeAttribute'] as const).map((name) => [
      name,
      function (this: Element, asked: unknown): unknown {
        const parked = waiting + plainName(asked);
        return Reflect.apply(prototype[name], this, [read(this, parked) === null ? asked : parked]);
      },
    ]),
  );

  /** Makes a script something that the browser does not run. */
  const stop = (script: Element): true => {
    if (read(script, `${waiting}type`) === null) {
      write(script, `${waiting}type`, read(script, 'type') ?? '');
      write(script, 'type', 'sluis');
    }
    return true;
  };

  const verdictOfText = (script: Element, type: string, text: string): Verdict => {
    if (read(script, 'src') !== null) return 'pass';
    if (acting.test(type)) return askJson(text);
    return naming.test(text) ? askText(text) : 'pass';
  };

  const silence = (script: Element, text: string): boolean =>
    verdictOfText(script, read(script, 'type') ?? '', text) !== 'pass' && stop(script);

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
    const blocked = policy.blocks(element, String(route(text)));
    const ask = (): Verdict => {
      const verdict = verdictOf(element, name, text);
      return verdict === 'pass' && blocked && !release() ? 'hold' : verdict;
    };
    const verdict = ask();
    if (verdict === 'pass' && !blocked && route(text) === text) {
      remove(element, waiting + name);
      return false;
    }
    remove(element, name);
    write(element, waiting + name, text);
    Object.assign(element, answers);
    element.removeAttributeNS('http://www.w3.org/1999/xlink', name);
    if (tag === 'script' && element.textContent) stop(element);
    // Taking the address away does not stop a frame that is on its way or there.
    if (verdict !== 'pass')
      (element as Partial<HTMLIFrameElement>).contentWindow?.location.replace('about:blank');
    if (tag === 'iframe') template();
    if (tag === 'base') bases.park(element);
    // Nobody but the queue keeps a pixel that is in no document.
    if (verdict === 'pass') release()?.revive(element, true);
    else if (tag === 'img' && !element.isConnected)
      when(
        ask,
        () => release()?.revive(element),
        () => (outside = outside.filter((ref) => ref.deref() !== element)), // a later yes is for what comes later
      );
    if (element.getRootNode() !== document && (tag !== 'img' || verdict === 'hold')) note(element);
    return true;
  };

  const nonce = document.currentScript?.nonce ?? '';
  const dressed = `<meta http-equiv=Content-Security-Policy content="manifest-src *"><script nonce="${nonce}">try{parent[Symbol.for('sluis')](self)}catch{`;

  const dress = (element: Element, name: string, value: unknown): unknown => {
    const isText = name === 'srcdoc';
    const text = isText
      ? String(value)
      : framing.test(element.localName)
        ? htmlOf(value)
        : undefined;
    if (text === undefined || text.startsWith(dressed)) return value;
    // A frame without an origin, where we cannot reach in, holds by itself.
    const all = `${dressed}document.head.append(Object.assign(document.createElement('meta'),{httpEquiv:'Content-Security-Policy',content:"${policy.whole()}"}))}</script>${text}`;
    if (isText) return trusted('createHTML', all);
    return /blob:/i.test(String(value))
      ? URL.createObjectURL(new Blob([all], { type: 'text/html' }))
      : `data:text/html;charset=utf-8,${encodeURIComponent(all)}`;
  };

  /** Nodes of attributes are made when they are asked for, which is slow. */
  const attributesOf = (element: Element): Attr[] =>
    matches.call(element, suspect) ? [...element.attributes] : [];

  const inspect = (element: Element): boolean => {
    const { localName, content } = element as HTMLTemplateElement;
    let changed = false;
    for (const { name, value } of attributesOf(element)) {
      const plain = plainName(name);
      if (!concerns.test(plain)) continue;
      const fit = dress(element, plain, value);
      if (fit !== value) write(element, name, String(fit));
      changed = guard(element, plain, value) || fit !== value || changed;
    }
    if (localName === 'script') changed = silence(element, element.textContent ?? '') || changed;
    return (matches.call(element, toCome) && scan(content)) || changed;
  };

  const scan = (root: Node & Partial<Element>): boolean => {
    let changed = !!root.localName && inspect(root as Element);
    for (const element of root.querySelectorAll?.(suspect) ?? [])
      changed = inspect(element) || changed;
    for (const element of root.querySelectorAll?.('*') ?? [])
      changed = scanInside(element) || changed;
    return scanInside(root) || changed;
  };

  const scanInside = (element: Node & Partial<Element>): boolean => {
    const root = roots.get(element as Element) ?? element.shadowRoot;
    return !!root && scan(root);
  };

  return {
    read,
    write,
    remove,
    guard,
    dress,
    scan,
    inspect,
    silence,
    verdictOf,
    parked: (documents) =>
      new Set([
        ...[...documents].flatMap((one) => [...one.querySelectorAll(held)]),
        ...outside.flatMap((ref) => ref.deref() ?? []),
      ]),
  };
}
