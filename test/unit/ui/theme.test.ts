import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { themeCss } from '../../../packages/ui/src/theme.js';

type Tokens = { readonly [name: string]: string };

/** The default of every colour token in a piece of CSS: `--s-text` as `text`. */
function tokensIn(css: string): Tokens {
  const found = css.matchAll(/--s-([\w-]+):var\([\w-]+,(#[0-9a-f]+)\)/g);
  return Object.fromEntries([...found].map(([, name = '', colour = '']) => [name, colour]));
}

/** Relative luminance (WCAG 2.2). */
function luminance(colour: string): number {
  const full = colour.length === 4 ? colour.replace(/[0-9a-f]/g, '$&$&') : colour;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(full.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(tokens: Tokens, one: string, other: string): number {
  const [dark = 0, light = 0] = [one, other]
    .map((name) => luminance(tokens[name] ?? ''))
    .sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const [light = '', dark = ''] = themeCss.split('@media');
const presets = readFileSync(new URL('../../../demo/gallery/presets.css', import.meta.url), 'utf8');

/** The tokens of a preset, in light or in dark. */
function presetIn(css: string, name: string): Tokens {
  const rule = new RegExp(`\\[data-preset='${name}'\\] \\{([^}]*)`).exec(css)?.[1] ?? '';
  const found = rule.matchAll(/--sluis-([\w-]+): (#[0-9a-f]+)/g);
  return Object.fromEntries([...found].map(([, token = '', colour = '']) => [token, colour]));
}

const names = [
  ...new Set([...presets.matchAll(/data-preset='(\w+)'/g)].map(([, name = '']) => name)),
];
const [day = '', night = ''] = presets.split('@media');
const themes: [theme: string, tokens: Tokens][] = [
  ['light', tokensIn(light)],
  ['dark', { ...tokensIn(light), ...tokensIn(dark) }],
  ...names.map((name): [string, Tokens] => [name, presetIn(day, name)]),
  ...names.map((name): [string, Tokens] => [`${name} in the dark`, presetIn(night, name)]),
];

test('there are five presets beside our own look', () => {
  expect(names).toHaveLength(5);
});

test.each(themes)('R60 text stands out at least 4.5:1 and controls 3:1: %s', (_theme, tokens) => {
  expect(contrast(tokens, 'text', 'surface')).toBeGreaterThanOrEqual(4.5);
  expect(contrast(tokens, 'muted', 'surface')).toBeGreaterThanOrEqual(4.5);
  expect(contrast(tokens, 'on-accent', 'accent')).toBeGreaterThanOrEqual(4.5);
  expect(contrast(tokens, 'accent', 'surface')).toBeGreaterThanOrEqual(3);
  expect(contrast(tokens, 'line', 'surface')).toBeGreaterThanOrEqual(3);
  expect(contrast(tokens, 'focus', 'surface')).toBeGreaterThanOrEqual(3);
});
