import { SluisError, type ErrorCode } from '@sluis/schema';
import type { Finding } from './finding.js';
import type { PageElement } from './page-elements.js';

/** The page script: by its name, or inline by the id that it looks for. */
function isPageScript(element: PageElement): boolean {
  if (element.tag !== 'script') return false;
  const { pathname } = new URL(element.attribute('src') ?? '', 'https://page.invalid');
  return (
    /\/head(\.dev)?\.js$/.test(pathname) || /getElementById\(["'`]sluis-config/.test(element.text)
  );
}

function fetches(element: PageElement): boolean {
  const { tag } = element;
  if (tag === 'link') return !/\b(canonical|alternate)\b/i.test(element.attribute('rel') ?? '');
  if (tag === 'script') return element.attribute('src') !== undefined;
  return /^(img|iframe|object|embed|video|audio)$/.test(tag);
}

function isPolicy(element: PageElement): boolean {
  const named = element.attribute('http-equiv')?.toLowerCase();
  return element.tag === 'meta' && named === 'content-security-policy';
}

/** The mistakes of order that a development build tells as well (G02 to G04, G07), without running the page. */
export function lintOrder(elements: readonly PageElement[]): readonly Finding[] {
  const tell = ({ line, column }: PageElement, code: ErrorCode, at = ''): Finding => ({
    level: 'error',
    line,
    column,
    sentence: new SluisError(code, at).message,
  });
  const start = elements.findIndex(isPageScript);
  const gate = elements[start];
  if (!gate) {
    const sentence =
      'There is no page script, so nothing is held. Put the three tags of Sluis at the top of <head>.';
    return [{ level: 'error', line: 1, column: 1, sentence }];
  }
  const before = elements.slice(0, start);
  const findings = before.filter(fetches).map((one) => tell(one, 'G02', `<${one.tag}>`));
  if (!before.some(isPolicy)) findings.push(tell(gate, 'G03'));
  for (const word of ['async', 'defer'])
    if (gate.attribute('src') && gate.attribute(word) !== undefined)
      findings.push(tell(gate, 'G04', word));
  if (gate.attribute('type') === 'module') findings.push(tell(gate, 'G04', 'type="module"'));
  const isConfig = (one: PageElement): boolean => one.attribute('id') === 'sluis-config';
  if (!before.some(isConfig))
    findings.push(tell(gate, 'G07', elements.some(isConfig) ? 'after' : 'missing'));
  return findings;
}
