import type { Finding } from './finding.js';

/** Values of the theme's custom properties: `{ '--sluis-text': '#15202b' }`. */
export interface Theme {
  readonly [token: string]: string;
}

type Colour = readonly [red: number, green: number, blue: number];

function parseColour(text: string): Colour | undefined {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text)?.[1];
  if (!hex) return undefined;
  const six = hex.length === 3 ? hex.replace(/./g, '$&$&') : hex;
  const partAt = (place: number): number => parseInt(six.slice(place, place + 2), 16);
  return [partAt(0), partAt(2), partAt(4)];
}

/** WCAG 2.2, relative luminance. */
function luminance([red, green, blue]: Colour): number {
  const linear = (part: number): number => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function contrast(one: Colour, other: Colour): number {
  const lights = [luminance(one), luminance(other)];
  return (Math.max(...lights) + 0.05) / (Math.min(...lights) + 0.05);
}

/** The theme's own values, for tokens that are left as they are. */
export const themeDefaults = {
  light: {
    '--sluis-surface': '#ffffff',
    '--sluis-text': '#15202b',
    '--sluis-muted': '#4b5a69',
    '--sluis-line': '#76869a',
    '--sluis-accent': '#0b4a6f',
    '--sluis-on-accent': '#ffffff',
    '--sluis-focus': '#0a66c2',
  },
  dark: {
    '--sluis-surface': '#161e28',
    '--sluis-text': '#e9eef4',
    '--sluis-muted': '#b3bfcc',
    '--sluis-line': '#76869a',
    '--sluis-accent': '#b9dcf5',
    '--sluis-on-accent': '#0e1a26',
    '--sluis-focus': '#7cc0ff',
  },
};

type Colours = keyof typeof themeDefaults;
type Token = keyof (typeof themeDefaults)[Colours];

/** Which token stands on which, and the contrast it needs (WCAG 1.4.3, 1.4.11). */
const pairs: readonly (readonly [front: Token, back: Token, least: number])[] = [
  ['--sluis-text', '--sluis-surface', 4.5],
  ['--sluis-muted', '--sluis-surface', 4.5],
  ['--sluis-on-accent', '--sluis-accent', 4.5],
  ['--sluis-line', '--sluis-surface', 3],
  ['--sluis-focus', '--sluis-surface', 3],
];

const seeThrough =
  /transparent|^#(?:[0-9a-f]{4}|[0-9a-f]{8})$|(?:rgb|hsl)a?\(.*[,/]\s*0?\.\d+%?\s*\)/i;

function faintIn(theme: Theme, colours: Colours): readonly Finding[] {
  const all = { ...themeDefaults[colours], ...theme };
  return pairs.flatMap(([front, back, least]) => {
    const one = parseColour(all[front]);
    const other = parseColour(all[back]);
    if (!one || !other || !(front in theme || back in theme)) return [];
    const found = contrast(one, other);
    if (found >= least) return [];
    const text = `Contrast with ${back} is ${found.toFixed(1)}:1 in ${colours} colours, at least ${least}:1 is needed.`;
    return [{ rule: 'R60', at: front, text }];
  });
}

/**
 * A theme that fades what has to be read. Refusing and accepting share their tokens, so that one cannot
 * be made fainter than the other; what stands here is about both. Colours other than `#rgb` and
 * `#rrggbb` are not judged.
 * @param dark what is set besides where the visitor prefers dark colours
 */
export function checkTheme(theme: Theme, dark: Theme = {}): readonly Finding[] {
  const faded = [...Object.entries(theme), ...Object.entries(dark)]
    .filter(([, value]) => seeThrough.test(value))
    .map(([at]) => ({ rule: 'R04', at, text: 'Fades what has to be read. Give a full colour.' }));
  return [...faded, ...faintIn(theme, 'light'), ...faintIn({ ...theme, ...dark }, 'dark')];
}
