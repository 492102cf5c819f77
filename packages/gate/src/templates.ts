import type { Keeper, Realm } from './keeper.js';
import { waiting } from './parking.js';
import { slice } from './release-after-paint.js';
import { wrap } from './wrap.js';

/** Templates that stand for what they hold, until their purposes are allowed. */
const marked = 'template[data-sluis-purpose],template[data-sluis-service]';

/** Script types that run as soon as they are there: no type at all, or one of the MIME types of old. */
const classic = /^$|^(text|application)\/(x-)?(java|ecma|j|live)script/i;

/** A script that waits for its turn, and the comment that keeps its place. */
interface Step {
  readonly script: HTMLScriptElement;
  readonly place: ChildNode;
  readonly template: HTMLTemplateElement;
}

type Order = 'now' | 'in turn' | 'late';

/** When the parser would run it. A `defer` on an inline script means nothing (HTML, 4.12.1). */
function orderOf(script: HTMLScriptElement): Order {
  const type = script.getAttribute('type') ?? '';
  if (script.hasAttribute('async')) return 'now';
  if (type === 'module' || (script.hasAttribute('defer') && script.hasAttribute('src')))
    return 'late';
  return classic.test(type) ? 'in turn' : 'now';
}

/** While the page is parsed the end of a template is known by what follows it. */
function isWhole(template: Element): boolean {
  if (template.ownerDocument.readyState !== 'loading') return true;
  for (let node: Node | null = template; node; node = node.parentNode)
    if (node.nextSibling) return true;
  return false;
}

/** Markup that a script has set leaves declarative shadow roots as templates; only the parser attaches them. */
function attachRoots(root: ParentNode): void {
  for (const template of root.querySelectorAll<HTMLTemplateElement>('template[shadowrootmode]')) {
    const has = (name: string): boolean => template.hasAttribute(`shadowroot${name}`);
    try {
      const shadow = template.parentElement?.attachShadow({
        mode: template.getAttribute('shadowrootmode') === 'closed' ? 'closed' : 'open',
        delegatesFocus: has('delegatesfocus'),
        clonable: has('clonable'),
        serializable: has('serializable'),
      });
      attachRoots(template.content);
      shadow?.append(template.content);
      template.remove();
    } catch {
      // No element for a shadow root, or it has one: the parser, too, leaves the template as it is.
    }
  }
}

/** In document order, open shadow roots included. A closed one runs its scripts as it is inserted. */
function* scriptsIn(root: ParentNode): Generator<HTMLScriptElement> {
  for (const element of root.querySelectorAll('*')) {
    if (element instanceof HTMLScriptElement) yield element;
    if (element.shadowRoot) yield* scriptsIn(element.shadowRoot);
  }
}

/**
 * Puts what allowed templates hold in their places, in document order, and runs their scripts as the
 * parser would: an inline script waits for the external ones before it, `defer` and modules for the
 * end of the page. The nodes are moved, not copied: a copy loses its declarative shadow roots. One
 * closure, because placing, running and what a script writes go round in a ring.
 * @param passes are the template's purposes and services allowed now?
 * @returns call whenever a template may have come in, or an answer may have changed
 */
// eslint-disable-next-line max-lines-per-function
export function createTemplates(
  realm: Realm,
  passes: (template: Element) => boolean,
  trusted: Keeper['trusted'],
): () => void {
  const { document, scheduler, setTimeout } = realm;
  const said = new WeakMap<Element, string[]>();
  const late: Step[] = [];
  let placing = Promise.resolve();
  let running = Promise.resolve();

  /** Between two pieces of work: gives way to the page when a slice of time is over. */
  let since = performance.now();
  const breath = async (): Promise<void> => {
    if (performance.now() - since < slice) return;
    await (scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve)));
    since = performance.now();
  };

  const parse = (markup: string): DocumentFragment =>
    document.createRange().createContextualFragment(trusted('createHTML', markup));

  /** `document.write` after the page was parsed would replace it: what these scripts write follows them. */
  wrap<Document>(realm, 'Document write writeln', (self, args, run, name) => {
    const words = said.get(self.currentScript as Element);
    return words ? void words.push(...args.map(String), name === 'write' ? '' : '\n') : run();
  });

  /** One that has been through `innerHTML` counts as run already, and so do its copies: only a parser makes a new one. */
  const renew = (script: HTMLScriptElement): HTMLScriptElement => {
    let fresh = script;
    try {
      fresh = (parse(script.outerHTML).firstChild as HTMLScriptElement | null) ?? script;
    } catch {
      // The page's Trusted Types policy does not allow ours. One from the page's own HTML runs as it is.
    }
    if (!fresh.hasAttribute('async')) fresh.async = false;
    return fresh;
  };

  /** Keeps the places of the scripts, and puts everything else where `put` says. */
  const unpack = (
    content: DocumentFragment,
    template: HTMLTemplateElement,
    put: (content: DocumentFragment) => void,
  ): Step[] => {
    attachRoots(content);
    const steps = Array.from(scriptsIn(content), (script) => {
      const place = document.createComment('');
      script.replaceWith(place);
      return { script, place, template };
    });
    put(content);
    return steps;
  };

  /** @returns once it has run, when it is one that is worth waiting for */
  const start = ({ script, place, template }: Step): Promise<unknown> | undefined => {
    if (!place.isConnected) return undefined;
    if (!passes(template)) {
      // Withdrawn meanwhile: it waits again, for the same purposes.
      const rest = template.cloneNode() as HTMLTemplateElement;
      rest.content.append(script);
      place.replaceWith(rest);
      return undefined;
    }
    const fresh = renew(script);
    const fetches = fresh.hasAttribute('src') && orderOf(fresh) !== 'now';
    const words: string[] = [];
    said.set(fresh, words);
    const flush = (): unknown =>
      words.length
        ? runAll(
            unpack(parse(words.splice(0).join('')), template, (content) => fresh.after(content)),
            [],
          )
        : undefined;
    const ended = new Promise((resolve) => {
      for (const event of ['load', 'error']) fresh.addEventListener(event, resolve);
    }).then(flush);
    place.replaceWith(fresh);
    if (!fresh.hasAttribute('src')) return Promise.resolve(flush());
    // One that the gate has parked comes when its host may, and nobody waits for it.
    return fetches && !fresh.hasAttribute(`${waiting}src`) ? ended : undefined;
  };

  /** @param started external scripts that an inline one has to wait for */
  const runAll = async (steps: readonly Step[], started: unknown[]): Promise<void> => {
    for (const step of steps) {
      const order = orderOf(step.script);
      if (order === 'late') late.push(step);
      else {
        const isInline = order === 'in turn' && !step.script.hasAttribute('src');
        if (isInline && started.length) await Promise.all(started.splice(0));
        const ended = start(step);
        if (order === 'in turn') started.push(ended);
      }
      await breath();
    }
  };

  const started: unknown[] = [];
  const runLate = async (): Promise<void> => {
    await Promise.all(started.splice(0));
    for (const step of late.splice(0)) {
      start(step); // the browser itself keeps the order of these
      await breath();
    }
  };

  const place = async (): Promise<void> => {
    let found: readonly HTMLTemplateElement[];
    do {
      found = [...document.querySelectorAll<HTMLTemplateElement>(marked)].filter(
        (template) => isWhole(template) && passes(template),
      );
      for (const template of found) {
        const steps = unpack(template.content, template, (content) =>
          template.replaceWith(content),
        );
        running = running.then(() => runAll(steps, started));
        await breath();
      }
    } while (found.length);
    if (document.readyState !== 'loading') running = running.then(runLate);
  };
  const look = (): void => void (placing = placing.then(place));

  if (document.readyState === 'loading') {
    const observer = new realm.MutationObserver(look);
    observer.observe(document, { childList: true, subtree: true });
    document.addEventListener('DOMContentLoaded', () => {
      observer.disconnect();
      look();
    });
  }
  return look;
}
