import type { Browser, BrowserContext, Page } from '@playwright/test';
import type { Site } from './serve.js';
import { rowOf, type Row } from './row.js';
import { spreadOf } from './statistics.js';
import { record, type Trace } from './trace.js';

/** The processor that the budgets are for is this many times slower. */
const slowDown = 4;

/** CPU milliseconds, at four times slow-down. DESIGN.md section 10. */
export const visitBudget = { first: 12, returning: 6, task: 16 };

/** A page in its own process already, so that the slow-down holds when the measured one loads. */
async function slowPage(context: BrowserContext, site: Site, name: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(site.url(name, '/empty'));
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
  return page;
}

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

/** The click on accept, on a page that holds this many tags of an answered vendor. */
export async function measureAccept(
  browser: Browser,
  site: Site,
  tags: number,
  rounds: number,
): Promise<Row[]> {
  const traces: Trace[] = [];
  for (let round = 0; round < rounds; round++) {
    const context = await browser.newContext();
    const page = await slowPage(context, site, 'sluis');
    await page.goto(site.url('sluis', `/accept-${tags}`), { waitUntil: 'networkidle' });
    const accept = page.locator('[data-sluis-action=accept]');
    await accept.hover();
    const released = site.reached('/tag/', tags);
    const address = site.url('sluis', '/');
    traces.push(
      await record(browser, address, async () => {
        await page.mouse.down();
        await page.mouse.up();
        await released;
      }),
    );
    await context.close();
  }
  const group = `accept with ${tags} held, CPU at ${slowDown}x`;
  const painted = traces.flatMap(({ clickToPaint }) => clickToPaint ?? []);
  const release = traces.map(({ afterPaint }) => Math.max(0, ...afterPaint));
  return [
    rowOf(group, 'click to next paint, all work', 'ms', painted),
    rowOf(group, 'longest task of the release', 'ms', release, visitBudget.task),
  ];
}
