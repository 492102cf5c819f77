import { verdictForHost } from '@sluis/consent';
import { isFirstParty } from '@sluis/gate';
import { SluisError, type ErrorCode } from '@sluis/schema';
import type { Page } from './page.js';
import { whenParsed } from './when-parsed.js';

/** The element of the page script while it runs; none where it is a module. */
export interface PageScript {
  readonly element: Element | null;
}

/** Elements that fetch, or run what fetches, when they stand before the gate. */
const fetching =
  'script[src], img, iframe, object, embed, video, audio, link[href]:not([rel~=canonical], [rel~=alternate])';

/** A start tag, short enough for a sentence. */
function tagOf(element: Element): string {
  return element.outerHTML.replace(/>[^]*/, '>').slice(0, 120);
}

/** How the script tag itself is wrong: what `currentScript` says while it runs. */
function findTagMistakes(script: Element | null): readonly [ErrorCode, string][] {
  if (!(script instanceof HTMLScriptElement)) return [['G04', 'type="module"']];
  const found: [ErrorCode, string][] = [];
  const early = [...document.querySelectorAll(fetching)].find(
    (one) => one.compareDocumentPosition(script) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  if (early) found.push(['G02', tagOf(early)]);
  if (!document.querySelector('meta[http-equiv="Content-Security-Policy" i]'))
    found.push(['G03', '']);
  if (script.src && script.async) found.push(['G04', 'async']);
  else if (script.src && script.defer) found.push(['G04', 'defer']);
  return found;
}

/** Tells each other party that was asked for something before the gate stood, once. */
function watchEarlyRequests(page: Page, stoodAt: number): void {
  const told = new Set<string>();
  const observer = new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries()) {
      if (startTime >= stoodAt || !/^https?:/.test(name)) continue;
      const { hostname, pathname } = new URL(name);
      if (isFirstParty(hostname, location.hostname) || told.has(hostname)) continue;
      if (verdictForHost(hostname, pathname, { ...page.situation(), state: {} }) === 'pass')
        continue;
      told.add(hostname);
      page.report(new SluisError('G05', hostname + pathname));
    }
  });
  observer.observe({ type: 'resource', buffered: true });
}

/** The page in which frames are shown that are allowed later must lie where the others look for it. */
async function checkAssets(page: Page): Promise<void> {
  const address = new URL(`${page.assets}frame.html`, location.href).href;
  const text = await fetch(address).then(
    (response) => (response.ok ? response.text() : ''),
    () => '',
  );
  if (!text.includes('name="robots"')) page.report(new SluisError('G06', address));
}

/**
 * Mistakes in the order of the page, told once its scripts can listen. In development only: none of it
 * is in the production build.
 * @param script the page script's own element; nothing where a bundle runs
 */
export function checkOrder(page: Page, script?: PageScript): void {
  const stoodAt = performance.now();
  const mistakes = script ? findTagMistakes(script.element) : [];
  const wasConfigured = !!document.getElementById('sluis-config');
  whenParsed(() => {
    for (const [code, at] of mistakes) page.report(new SluisError(code, at));
    if (script && !wasConfigured) {
      const isLate = !!document.getElementById('sluis-config');
      page.report(new SluisError('G07', isLate ? 'after' : 'missing'));
    }
    watchEarlyRequests(page, stoodAt);
    if (page.config !== undefined) void checkAssets(page);
  });
}
