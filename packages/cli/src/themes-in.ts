import type { Theme } from '@sluis/consent/profiles';

/** What a page sets of the theme: always, and where the visitor prefers dark colours. */
export interface Themes {
  readonly light: Theme;
  readonly dark: Theme;
}

/**
 * The tokens of the theme in a style sheet or a style attribute, wherever they are set: the last one
 * counts. Comments are passed over.
 */
export function themesIn(css: string): Themes {
  const light: Record<string, string> = {};
  const dark: Record<string, string> = {};
  const blocks: string[] = [];
  for (const [, text = '', end] of `${css};`
    .replace(/\/\*.*?\*\//gs, '')
    .matchAll(/([^{};]*)([{};])/g)) {
    if (end === '{') {
      blocks.push(text);
      continue;
    }
    const [, token = '', value = ''] =
      /^\s*(--sluis-[\w-]+)\s*:\s*(.*?)\s*(?:!important)?\s*$/s.exec(text) ?? [];
    const isDark = blocks.some((block) => /prefers-color-scheme:\s*dark/.test(block));
    if (token) (isDark ? dark : light)[token] = value;
    if (end === '}') blocks.pop();
  }
  return { light, dark };
}
