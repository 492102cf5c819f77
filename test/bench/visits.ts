import type { Browser, BrowserContext } from '@playwright/test';
import type { Site } from './serve.js';
import { rowOf, type Row } from './row.js';
import { slowDown, slowPage, visitBudget } from './slow-page.js';
import { spreadOf } from './statistics.js';
import { record, type Trace } from './trace.js';

const total = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0);

/** Loads a page. The network is idle when its banner is there too; no code of ours looks for it. */
async function visit(
  browser: Browser,
  site: Site,
  context: BrowserContext,
  name: string,
): Promise<Trace> {
  const page = await slowPage(context, site, name);
  const address = site.url(name, `/${name}`);
  const trace = await record(browser, address, () =>
    page.goto(address, { waitUntil: 'networkidle' }),
  );
  await page.close();
  return trace;
}

/** First visits of every variant in turn, each in a profile of its own; then returning ones of ours. */
export async function measureVisits(
  browser: Browser,
  site: Site,
  variants: readonly string[],
  rounds: number,
): Promise<Row[]> {
  const first = new Map<string, Trace[]>();
  for (let round = 0; round < rounds; round++) {
    for (const name of variants) {
      const context = await browser.newContext();
      first.set(name, [...(first.get(name) ?? []), await visit(browser, site, context, name)]);
      await context.close();
    }
  }

  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(site.url('sluis', '/sluis'));
  await page.locator('[data-sluis-action=accept]').click();
  await page.waitForFunction(async () => (await window.sluis?.history())?.length);
  await page.close();
  const returning: Trace[] = [];
  for (let round = 0; round < rounds; round++)
    returning.push(await visit(browser, site, context, 'sluis'));
  await context.close();

  const sums = (name: string): number[] => (first.get(name) ?? []).map((one) => total(one.scripts));
  const longest = (traces: readonly Trace[]): number[] =>
    traces.map(({ scripts }) => Math.max(0, ...scripts));
  const others = variants.filter((name) => name !== 'sluis');
  const compare = (measure: (name: string) => number[]): Record<string, number> =>
    Object.fromEntries(others.map((name) => [name, spreadOf(measure(name)).median]));
  const group = `visit, CPU at ${slowDown}x`;
  return [
    rowOf(group, 'first visit, all scripts', 'ms', sums('sluis'), visitBudget.first, compare(sums)),
    rowOf(
      group,
      'first visit, longest task',
      'ms',
      longest(first.get('sluis') ?? []),
      visitBudget.task,
      compare((name) => longest(first.get(name) ?? [])),
    ),
    rowOf(
      group,
      'returning, all scripts',
      'ms',
      returning.map((one) => total(one.scripts)),
      visitBudget.returning,
    ),
    rowOf(group, 'returning, longest task', 'ms', longest(returning), visitBudget.task),
  ];
}
