import type { Keeper, Realm } from '../keeper.js';
import { isLive } from '../parking.js';
import { readOnce } from '../read-once.js';
import { wrap, type Idle, type Trap } from '../wrap.js';
import { enterFrames } from './frames.js';

/**
 * A word that markup needs to make anything fetch, run or open a window, or to be a template of ours.
 * Names of attributes and elements cannot be written in any other way. Most markup has links and nothing
 * else. What else has addresses is SVG, and comes after that word, with a prefix, or into an SVG element.
 */
const concerning =
  /(src\w*|poster|ping|background)\s*=|sluis|frame|svg|xmlns|<[^\s>]*(:|link|script|object|embed|base)/i;

/** Could markup like this make anything fetch from elsewhere? Cheap, and errs to yes. */
const suspicious = /[\\/]\s*[\\/]|[&:\\]|srcdoc/i;

/** Markup that waits for a purpose. */
const marked = /data-sluis-[ps]/i;

/** Markup that makes a whole document, of which a fragment parser would lose the head. */
const whole = /<(!doctype|html|head|body)\b/i;

/** Markup that ends within a tag or within a script. */
const unfinished = /<script(?![^]*<\/script)[^]*|<[^>]*$/i;

/**
 * Markup is parsed where nothing fetches, guarded, and only then moved in. The nodes are moved, not
 * written out and parsed again, which could undo a sanitiser's work; harmless markup goes the
 * native way.
 */
// eslint-disable-next-line max-lines-per-function -- one table of sinks, each with its line
export function interceptMarkup({ scan, trusted, enter, template }: Keeper, realm: Realm): void {
  const { document, DOMParser } = realm;
  let scratch: Document | undefined;

  const isHarmless: Idle<Partial<Element> | Node | null> = (context, markup) =>
    context &&
    !/^script|svg/.test(`${(context as Element).localName}${(context as Element).namespaceURI}`) &&
    !concerning.test(String(markup));

  /** Hands over the guarded nodes, or does as the page said when there is nothing to guard. */
  const place = (
    context: Node | null,
    args: unknown[],
    fill: (root: unknown) => unknown,
    put: (nodes: Node[]) => void,
    run: () => unknown,
  ): void => {
    const markup = String(readOnce(args));
    if (isHarmless(context, markup, 1)) return void run();
    let nodes: Node[] | undefined;
    if (context && context.nodeName !== 'TEMPLATE' && isLive(context) && suspicious.test(markup)) {
      scratch ??= document.implementation.createHTMLDocument('');
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
    if (marked.test(markup)) template();
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
  wrap<Element>(
    realm,
    'Element innerHTML|ShadowRoot innerHTML',
    fillIn,
    'set',
    (self, markup) => typeof markup === 'string' && isHarmless(self, markup, 1),
  );
  wrap(realm, 'Element setHTML setHTMLUnsafe|ShadowRoot setHTML setHTMLUnsafe', fillIn);
  wrap<Element>(
    realm,
    'Element outerHTML',
    (self, args, run) =>
      place(self.parentNode, args, inner(args), (nodes) => self.replaceWith(...nodes), run),
    'set',
  );

  wrap<Element>(realm, 'Element insertAdjacentHTML', (self, args, run) => {
    const where = readOnce(args);
    const markup = [readOnce(args, 1)];
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

  /** What does not end yet: nobody can say what it will ask for. The script that writes it goes on, or ends. */
  let begun = '';
  const take = (): string => {
    const markup = begun;
    begun = '';
    return markup;
  };
  const { write } = document;
  wrap<Document>(realm, 'Document write writeln close', (self, args, run, name) => {
    const put = (markup: string, given?: string): void => {
      const cleaned = clean(markup);
      if (cleaned === given) run();
      else if (cleaned) write.call(self, trusted('createHTML', cleaned));
      enterFrames(enter, realm);
    };
    if (name === 'close') {
      put(take());
      return run();
    }
    args.forEach((_, at) => readOnce(args, at));
    const given = args.join('') + (name === 'write' ? '' : '\n');
    const all = take() + given;
    const markup = all.replace(unfinished, '');
    put(markup, given);
    begun += all.slice(markup.length);
    return queueMicrotask(() => put(take())); // the parser runs these as the script ends
  });
  wrap(realm, 'Document execCommand', (_, [name, ui, value], run) =>
    run([name, ui, /html/i.test(String(name)) ? clean(String(value)) : value]),
  );
}
