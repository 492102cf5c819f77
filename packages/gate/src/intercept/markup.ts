import type { Keeper, Realm } from '../keeper.js';
import { isLive } from '../parking.js';
import { wrap, type Native } from '../wrap.js';
import { enterFrames } from './frames.js';

/** Could markup like this make anything fetch from elsewhere? Cheap, and errs to yes. */
const suspicious = /[\\/]\s*[\\/]|https?:|&|srcdoc|data:|blob:|\\/i;

/** Markup that makes a whole document, of which a fragment parser would lose the head. */
const whole = /<(!doctype|html|head|body)\b/i;

const places = { beforebegin: 'before', afterbegin: 'prepend', beforeend: 'append', afterend: 'after' } as const;

/**
 * Markup is parsed where nothing fetches, guarded, and only then moved in. The nodes are moved, not
 * written out and parsed again, which could undo a sanitiser's work; harmless markup goes the
 * native way. It is long because all sinks share the scratch document.
 */
export function interceptMarkup(keeper: Keeper, realm: Realm): void {
  const { scan, trusted } = keeper;
  const { document, Element, ShadowRoot, DOMParser } = realm;
  const { prototype } = Element;
  const { replaceChildren } = prototype;
  const fill = Object.getOwnPropertyDescriptor(prototype, 'innerHTML')?.set as Native;
  let scratchDocument: Document | undefined;

  /** The guarded nodes, or nothing when the markup needs no guarding. */
  const parse = (context: Node | null, args: unknown[], sink: Native = fill): Node[] | undefined => {
    if (!context || !isLive(context) || !suspicious.test(String(args[0]))) return;
    scratchDocument ??= document.implementation.createHTMLDocument('');
    const scratch = context instanceof Element ? scratchDocument.importNode(context) : scratchDocument.createElement('div');
    if (scratch.localName === 'template') return;
    Reflect.apply(sink, scratch, args);
    if (!scan(scratch)) return;
    // Scripting is off in the scratch document: what is text in ours was parsed there.
    for (const hidden of scratch.querySelectorAll('noscript')) hidden.textContent = hidden.innerHTML;
    return Array.from(scratch.childNodes);
  };

  /** For the parser's own stream, which takes nothing but text. */
  const clean = (markup: string): string => {
    if (!suspicious.test(markup)) return markup;
    const parsed = new DOMParser().parseFromString(trusted('createHTML', whole.test(markup) ? markup : `<body>${markup}`), 'text/html');
    if (!scan(parsed)) return markup;
    return trusted('createHTML', whole.test(markup) ? `${parsed.doctype ? '<!doctype html>' : ''}${parsed.documentElement.outerHTML}` : parsed.body.innerHTML);
  };

  for (const owner of [prototype, ShadowRoot.prototype]) {
    wrap<Element>(owner, 'innerHTML', (native, self, args) => {
      const nodes = parse(self, args);
      Reflect.apply(nodes ? replaceChildren : native, self, nodes ?? args);
      enterFrames(keeper, realm);
    }, 'set');
    for (const name of ['setHTMLUnsafe', 'setHTML']) {
      const sink = Reflect.get(prototype, name);
      wrap<Element>(owner, name, (native, self, args) => {
        const nodes = parse(self, args, sink);
        Reflect.apply(nodes ? replaceChildren : native, self, nodes ?? args);
        enterFrames(keeper, realm);
      });
    }
  }

  wrap<Element>(prototype, 'outerHTML', (native, self, args) => {
    const nodes = parse(self.parentNode, args);
    if (nodes) self.replaceWith(...nodes);
    else Reflect.apply(native, self, args);
    enterFrames(keeper, realm);
  }, 'set');

  wrap<Element>(prototype, 'insertAdjacentHTML', (native, self, [place, markup]) => {
    const inside = /^a.*n$|^b.*d$/i.test(String(place));
    const at = places[String(place).toLowerCase() as keyof typeof places];
    const nodes = parse(inside ? self : self.parentNode, [markup]);
    if (nodes) self[at](...nodes);
    else Reflect.apply(native, self, [place, markup]);
    enterFrames(keeper, realm);
  });

  wrap(realm.Range.prototype, 'createContextualFragment', (native, self, args) => {
    const fragment = Reflect.apply(native, self, args) as DocumentFragment;
    scan(fragment);
    return fragment;
  });

  for (const name of ['write', 'writeln']) {
    wrap(realm.Document.prototype, name, (native, self, args) => {
      const markup = args.join('');
      const cleaned = clean(markup);
      Reflect.apply(native, self, cleaned === markup ? args : [cleaned]);
      enterFrames(keeper, realm);
    });
  }

  wrap(realm.Document.prototype, 'execCommand', (native, self, args) =>
    Reflect.apply(native, self, /^inserthtml$/i.test(String(args[0])) ? [args[0], args[1], clean(String(args[2]))] : args),
  );
}
