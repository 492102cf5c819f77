import { checkTheme } from '@sluis/consent/profiles';
import { SluisError } from '@sluis/schema';
import type { Finding } from './finding.js';
import { themesIn } from './themes-in.js';

/** A piece of CSS and the line of its file on which it starts. */
export interface Style {
  readonly css: string;
  readonly line: number;
}

/** The line on which a token is set last. */
function lineOf(token: string, styles: readonly Style[]): number {
  const found = styles.findLast(({ css }) => css.includes(token));
  if (!found) return 1; // a default of ours, which another token of the page made faint
  return found.line + found.css.slice(0, found.css.lastIndexOf(token)).split('\n').length - 1;
}

/** A theme that hides what has to be read, by the rule that forbids it (R04, R60). */
export function lintTheme(styles: readonly Style[]): readonly Finding[] {
  const { light, dark } = themesIn(styles.map(({ css }) => css).join(';'));
  return checkTheme(light, dark).map(({ at, rule, text }) => ({
    level: 'error',
    line: lineOf(at, styles),
    column: 1,
    sentence: new SluisError('C14', at, `${rule}: ${text}`).message,
  }));
}
