import type { Browser, Page } from '@playwright/test';
import { spreadOf, type Spread } from './statistics.js';
import { threadTime } from './thread-time.js';

export interface Ratios {
  readonly work: string;
  /** CPU milliseconds of one round on the bare page. */
  readonly bare: number;
  /** Times the bare page, by variant. */
  readonly ratios: ReadonlyMap<string, Spread>;
}

interface Options {
  readonly browser: Browser;
  /** Address of the page to open, by variant; the first is what the others are compared with. */
  readonly addresses: ReadonlyMap<string, string>;
  /** Puts `window.work` into an opened page. */
  prepare(page: Page, variant: string): Promise<void>;
  /** Names in `window.work`; left out for all. */
  readonly only?: readonly string[];
  /** Times that fresh pages are opened: how a page was compiled and laid out in memory is luck too. */
  readonly generations: number;
  /** Rounds on each of them. */
  readonly rounds: number;
}

interface Opened {
  readonly variant: string;
  readonly page: Page;
  readonly time: () => Promise<number>;
}

declare global {
  interface Window {
    work: Record<string, () => unknown>;
  }
}

async function open({ browser, addresses, prepare }: Options): Promise<Opened[]> {
  const context = await browser.newContext();
  const opened: Opened[] = [];
  for (const [variant, address] of addresses) {
    const page = await context.newPage();
    await page.goto(address, { waitUntil: 'networkidle' });
    await prepare(page, variant);
    opened.push({ variant, page, time: await threadTime(page) });
  }
  return opened;
}

async function cpu({ page, time }: Opened, work: string): Promise<number> {
  const before = await time();
  await page.evaluate(async (name) => void (await window.work[name]?.()), work);
  return (await time()) - before;
}

/**
 * Runs every piece of work on every variant in turn, so that whatever else the machine does meets them
 * all. Each round gives one ratio per variant; the order turns from round to round.
 */
export async function interleave(options: Options): Promise<Ratios[]> {
  const bare = new Map<string, number[]>();
  const ratios = new Map<string, Map<string, number[]>>();
  for (let generation = 0; generation < options.generations; generation++) {
    const opened = await open(options);
    const [first] = opened;
    if (!first) return [];
    const names = options.only ?? (await first.page.evaluate(() => Object.keys(window.work)));
    for (const work of names) {
      for (const one of opened) for (let warm = 0; warm < 2; warm++) await cpu(one, work);
      for (let round = 0; round < options.rounds; round++) {
        const costs = new Map<string, number>();
        for (let index = 0; index < opened.length; index++) {
          const one = opened[(index + round) % opened.length];
          if (one) costs.set(one.variant, await cpu(one, work));
        }
        const base = costs.get(first.variant) ?? Number.NaN;
        bare.set(work, [...(bare.get(work) ?? []), base]);
        const found = ratios.get(work) ?? new Map<string, number[]>();
        for (const [variant, cost] of costs)
          found.set(variant, [...(found.get(variant) ?? []), cost / base]);
        ratios.set(work, found);
      }
    }
    await first.page.context().close();
  }
  return [...ratios].map(([work, found]) => ({
    work,
    bare: spreadOf(bare.get(work) ?? []).median,
    ratios: new Map([...found].map(([variant, values]) => [variant, spreadOf(values)])),
  }));
}
