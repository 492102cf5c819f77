import { spreadOf, type Spread } from './statistics.js';

/** One line of the report. */
export interface Row {
  readonly group: string;
  readonly what: string;
  readonly ours: Spread;
  readonly unit: '' | 'ms' | 'kB';
  readonly budget?: number;
  /** What it may cost at most today, where the budget is not kept yet. */
  readonly limit?: number;
  /** By how much the same page differs from itself, in the same unit. */
  readonly noise: number;
  /** Medians of the others, by name. */
  readonly others: Readonly<Record<string, number>>;
}

/** Broken only when even the low end of what was measured is over the limit by more than the noise. */
export function isBroken({ ours, budget, limit = budget, noise }: Row): boolean {
  return limit !== undefined && ours.low > limit + noise;
}

export function rowOf(
  group: string,
  what: string,
  unit: Row['unit'],
  values: readonly number[],
  budget?: number,
  others: Row['others'] = {},
  limit?: number,
): Row {
  return { group, what, unit, ours: spreadOf(values), budget, limit, noise: 0, others };
}

const number = (value: number): string => value.toFixed(Math.abs(value) >= 100 ? 0 : 2);

/** A table for the terminal that is Markdown as well. */
export function print(rows: readonly Row[]): string {
  const lines = rows.map((row) => {
    const { group, what, ours, unit, budget, others } = row;
    const verdict =
      budget === undefined
        ? ''
        : ours.median <= budget
          ? 'ok'
          : isBroken(row)
            ? 'BROKEN'
            : row.limit === undefined
              ? 'over, within noise'
              : `over, at most ${row.limit}`;
    const rest = Object.entries(others).map(([name, value]) => `${name} ${number(value)}`);
    return [
      group,
      what,
      `${number(ours.median)} ${unit}`,
      `${number(ours.low)} to ${number(ours.high)}`,
      budget === undefined ? '' : `${budget} ${unit}`,
      verdict,
      rest.join(', '),
    ].map((cell) => cell.trim());
  });
  const head = ['', 'what', 'Sluis', 'median lies in', 'budget', '', 'others'];
  const widths = head.map((title, column) =>
    Math.max(3, title.length, ...lines.map((line) => line[column]?.length ?? 0)),
  );
  const draw = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [draw(head), draw(widths.map((width) => '-'.repeat(width))), ...lines.map(draw)].join(
    '\n',
  );
}
