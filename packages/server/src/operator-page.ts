import type { Statistic } from './statistics.js';

interface Row {
  readonly day: string;
  readonly purpose: string;
  readonly language: string;
  granted: number;
  refused: number;
  isWhole: boolean;
}

/** Rates of a day; where one of its numbers is not told there is no rate either. */
function rowsOf(statistics: readonly Statistic[]): readonly Row[] {
  const rows = new Map<string, Row>();
  for (const { day, purpose, language, answer, count } of statistics) {
    if (answer !== 'granted' && answer !== 'refused') continue;
    const key = `${day} ${purpose} ${language}`;
    const row = rows.get(key) ?? { day, purpose, language, granted: 0, refused: 0, isWhole: true };
    rows.set(key, row);
    if (count === 'suppressed') row.isWhole = false;
    else row[answer] += count;
  }
  return [...rows.values()];
}

function rateOf({ granted, refused, isWhole }: Row): string {
  return isWhole ? `${Math.round((100 * granted) / (granted + refused))} %` : 'too few';
}

/** A table for the operator: how many said yes, by day, purpose and language. Purposes and languages need no escape. */
export function operatorPage(
  tenants: readonly {
    readonly id: string;
    readonly profile: string;
    readonly statistics: readonly Statistic[];
  }[],
): string {
  const tables = tenants.map(({ id, profile, statistics }) => {
    const rows = rowsOf(statistics).map(
      (row) => `<tr><td>${row.day}<td>${row.purpose}<td>${row.language}<td>${rateOf(row)}</tr>`,
    );
    return `<h2>${id} (${profile})</h2><table><tr><th>Day<th>Purpose<th>Language<th>Granted</tr>${rows.join('')}</table>`;
  });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Sluis</title>
<main><h1>Answers of the last 90 days</h1>${tables.join('')}</main></html>
`;
}
