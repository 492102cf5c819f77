import type { Keeper, Realm } from '../keeper.js';
import { isLive } from '../parking.js';
import { wrap, type Trap } from '../wrap.js';
import { enterFrames } from './frames.js';

/** Could markup like this make anything fetch from elsewhere? Cheap, and errs to yes. */
const suspicious = /[\\/]\s*[\\/]|[&:\\]|srcdoc/i;

/** Markup that waits for a purpose. */
const marked = /data-sluis-[ps]/i;

/** Markup that makes a whole document, of which a fragment parser would lose the head. */
const whole = /<(!doctype|html|head|body)\b/i;

/**
 * Markup is parsed where nothing fetches, guarded, and only then moved in. The nodes are moved, not
 * written out and parsed again, which could undo a sanitiser's work; harmless markup goes the
 * native way.
 */
// eslint-disable-next-line max-lines-per-function -- one table of sinks, each with its line
export function interceptMarkup({ scan, trusted, enter, template }: Keeper, realm: Realm): void {
  const { document, DOMParser } = realm;
  let scratch: Document | undefined;

  /** Hands over the guarded nodes, or does as the page said when there is nothing to guard. */
  const place = (
    context: Node | null,
    args: unknown[],
    fill: (root: unknown) => unknown,
    put: (nodes: Node[]) => void,
    run: () => unknown,
  ): void => {
    scratch ??= document.implementation.createHTMLDocument('');
    let nodes: Node[] | undefined;
    if (
      context &&
      context.nodeName !== 'TEMPLATE' &&
      isLive(context) &&
      suspicious.test(String(args[0]))
    ) {
      const root =
        'host' in context
          ? scratch.createElement('p').attachShadow({ mode: 'open' })
          : (scratch.importNode(context) as Element);
      fill(root);
      // Scripting is off in the scratch document: what is text in ours was parsed there.
      for (const hidden of root.querySelectorAll('noscript')) hidden.textContent = hidden.innerHTML;
      if (scan(root)) nodes = [...root.childNodes];
    }
    if (nodes) put(nodes);
    else run();
    enterFrames(enter, realm);
    if (marked.test(String(args[0]))) template();
  };
  const inner = (args: unknown[]) => (root: unknown) =>
    Object.assign(Object(root), { innerHTML: args[0] });

  const fillIn: Trap<Element> = (self, args, run) =>
    place(
      self,
      args,
      (root) => run(args, root),
      (nodes) => self.replaceChildren(...nodes),
      run,
    );
  wrap(realm, 'Element innerHTML|ShadowRoot innerHTML', fillIn, 'set');
  wrap(realm, 'Element setHTML setHTMLUnsafe|ShadowRoot setHTML setHTMLUnsafe', fillIn);
  wrap<Element>(
    realm,
    'Element outerHTML',
    (self, args, run) =>
      place(self.parentNode, args, inner(args), (nodes) => self.replaceWith(...nodes), run),
    'set',
  );

  wrap<Element>(realm, 'Element insertAdjacentHTML', (self, args, run) => {
    const [where, ...markup] = args;
    const at = (
      {
        beforebegin: 'before',
        afterbegin: 'prepend',
        beforeend: 'append',
        afterend: 'after',
      } as const
    )[String(where).toLowerCase()];
    place(
      at?.endsWith('end') ? self : self.parentNode,
      markup,
      inner(markup),
      (nodes) => at && self[at](...nodes),
      run,
    );
  });

  /** For the parser's own stream, which takes nothing but text. */
  const clean = (markup: string): string => {
    if (!suspicious.test(markup)) return markup;
    const parsed = new DOMParser().parseFromString(trusted('createHTML', markup), 'text/html');
    if (!scan(parsed)) return markup;
    const { documentElement, head, body } = parsed;
    return trusted(
      'createHTML',
      whole.test(markup)
        ? `<!doctype html>${documentElement.outerHTML}`
        : head.innerHTML + body.innerHTML,
    );
  };

  wrap(realm, 'Document write writeln', (_, args, run) => {
    const markup = args.join('');
    const cleaned = clean(markup);
    run(cleaned === markup ? args : [cleaned]);
    enterFrames(enter, realm);
  });
  wrap(realm, 'Document execCommand', (_, [name, ui, value], run) =>
    run([name, ui, /html/i.test(String(name)) ? clean(String(value)) : value]),
  );
}
