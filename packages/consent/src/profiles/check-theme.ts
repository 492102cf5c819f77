import type { Finding } from './finding.js';

/** Values of the theme's custom properties: `{ '--sluis-text': '#15202b' }`. */
export interface Theme {
  readonly [token: string]: string;
}

type Colour = readonly [red: number, green: number, blue: number];

function parseColour(text: string): Colour | undefined {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text)?.[1];
  if (!hex) return undefined;
  const pairs =
    hex.length === 3 ? [...hex].map((digit) => digit + digit) : (hex.match(/../g) ?? []);
  const [red = 0, green = 0, blue = 0] = pairs.map((pair) => parseInt(pair, 16));
  return [red, green, blue];
}

/** WCAG 2.2, relative luminance. */
function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: Colour, other: Colour): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** Which token stands on which, and the contrast it needs (WCAG 1.4.3, 1.4.11). */
const pairs: readonly (readonly [front: string, back: string, least: number])[] = [
  ['--sluis-text', '--sluis-surface', 4.5],
  ['--sluis-muted', '--sluis-surface', 4.5],
  ['--sluis-on-accent', '--sluis-accent', 4.5],
  ['--sluis-line', '--sluis-surface', 3],
  ['--sluis-focus', '--sluis-surface', 3],
];

/** The light theme's own values, for tokens that are left as they are. */
const defaults: Theme = {
  '--sluis-surface': '#ffffff',
  '--sluis-text': '#15202b',
  '--sluis-muted': '#4b5a69',
  '--sluis-line': '#76869a',
  '--sluis-accent': '#0b4a6f',
  '--sluis-on-accent': '#ffffff',
  '--sluis-focus': '#0a66c2',
};

const seeThrough =
  /transparent|^#(?:[0-9a-f]{4}|[0-9a-f]{8})$|(?:rgb|hsl)a?\(.*[,/]\s*0?\.\d+%?\s*\)/i;

/**
 * A theme that fades what has to be read. Refusing and accepting share their tokens, so that one cannot
 * be made fainter than the other; what stands here is about both. Colours other than `#rgb` and
 * `#rrggbb` are not judged.
 */
export function checkTheme(theme: Theme): readonly Finding[] {
  const all = { ...defaults, ...theme };
  const faded = Object.entries(theme)
    .filter(([, value]) => seeThrough.test(value))
    .map(([at]) => ({ rule: 'R04', at, text: 'Fades what has to be read. Give a full colour.' }));
  const faint = pairs.flatMap(([front, back, least]) => {
    const one = parseColour(all[front] ?? '');
    const other = parseColour(all[back] ?? '');
    if (!one || !other || !(front in theme || back in theme)) return [];
    const found = contrast(one, other);
    if (found >= least) return [];
    const text = `Contrast with ${back} is ${found.toFixed(1)}:1, at least ${least}:1 is needed.`;
    return [{ rule: 'R60', at: front, text }];
  });
  return [...faded, ...faint];
}
