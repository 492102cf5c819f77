import { brotliCompressSync } from 'node:zlib';
import { chromium, type Browser } from '@playwright/test';
import { findBrowser } from '../browser/find-browser.mjs';
import { measureAccept } from './accept.js';
import { callBudget, defineCallWork } from './call-work.js';
import { defineDomWork, domBudget, domLimits } from './dom-work.js';
import { interleave, type Ratios } from './interleave.js';
import { measureMemory } from './memory.js';
import { makeHeads, pageWith, type Heads } from './pages.js';
import { isBroken, print, rowOf, type Row } from './row.js';
import { serve, type Site } from './serve.js';
import { measureVisits } from './visits.js';

const heldTags = [1, 100, 1000];

function rowsOf(
  group: string,
  budget: number,
  found: readonly Ratios[],
  limits: Readonly<Record<string, number>> = {},
): Row[] {
  return found.map(({ work, bare, ratios }) => {
    const { control, sluis, ...others } = Object.fromEntries(ratios);
    if (!control || !sluis) throw new Error(`${work} was not measured.`);
    const rest = Object.entries(others).filter(([name]) => name !== 'bare');
    return {
      group,
      what: `${work} (${bare.toFixed(0)} ms)`,
      ours: sluis,
      unit: '',
      budget,
      limit: limits[work],
      noise: Math.max(control.high - 1, 1 - control.low),
      others: {
        control: control.median,
        ...Object.fromEntries(rest.map(([name, { median }]) => [name, median])),
      },
    };
  });
}

/** What stands first in the page, as a server sends it: for c15t and vanilla-cookieconsent the whole of them. */
function weigh(heads: Heads): Row {
  const weight = (head: string): number => brotliCompressSync(head).length / 1000;
  const { sluis, c15t, vanilla } = heads;
  const others = { c15t: weight(c15t), vanilla: weight(vanilla) };
  return rowOf('brotli', 'first in the page', 'kB', [weight(sluis)], undefined, others);
}

type Part = (browser: Browser, site: Site) => Promise<Row[]>;

const spread = { generations: 3, rounds: 6 };

const parts: Readonly<Record<string, Part>> = {
  async dom(browser, site) {
    const addresses = new Map(
      ['bare', 'control', 'sluis', 'c15t', 'vanilla'].map((name) => [
        name,
        site.url(name, `/${name}`),
      ]),
    );
    const prepare = defineDomWork;
    return rowsOf(
      'DOM work',
      domBudget,
      await interleave({
        browser,
        addresses,
        prepare: (page) => page.evaluate(prepare),
        ...spread,
      }),
      domLimits,
    );
  },
  async calls(browser, site) {
    const addresses = new Map(
      ['bare', 'control', 'sluis', 'c15t'].map((name) => [name, site.url(name, `/${name}`)]),
    );
    const hosts = { own: '', allowed: site.url('allowed', '') };
    return rowsOf(
      'calls',
      callBudget,
      await interleave({
        browser,
        addresses,
        prepare: (page) => page.evaluate(defineCallWork, hosts),
        ...spread,
      }),
    );
  },
  visits: (browser, site) => measureVisits(browser, site, ['bare', 'sluis', 'c15t', 'vanilla'], 9),
  async accept(browser, site) {
    const rows: Row[] = [];
    for (const tags of heldTags) rows.push(...(await measureAccept(browser, site, tags, 5)));
    return rows;
  },
  memory: (browser, site) =>
    measureMemory(
      browser,
      new Map(['bare', 'sluis'].map((name) => [name, site.url(name, `/${name}`)])),
      site.url('marketing', ''),
      3,
    ),
};

/**
 * Measures what the gate costs a page, in CPU time of the page's main thread.
 * @param here folder of the bench
 * @param only parts to run: `dom`, `calls`, `visits`, `accept`, `memory`; all when empty
 * @returns exit code: 1 when a budget is broken by more than the noise that was measured
 */
export async function bench(here: string, only: readonly string[]): Promise<number> {
  const script = `${here}../../packages/sluis/dist/script/`;
  const heads = await makeHeads(here, `${script}head.js`);
  const pages = new Map(Object.entries(heads).map(([name, head]) => [`/${name}`, pageWith(head)]));
  pages.set('/empty', '<!doctype html><title>Empty</title>');
  const site = await serve(pages, script);
  for (const count of heldTags) {
    const tags = Array.from(
      { length: count },
      (_, index) => `<script src="${site.url('analytics', `/tag/${index}.js`)}" async></script>`,
    );
    pages.set(`/accept-${count}`, pageWith(heads.sluis, tags.join('\n')));
  }
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
    ],
  });
  const rows = [weigh(heads)];
  try {
    for (const [name, part] of Object.entries(parts)) {
      if (only.length && !only.includes(name)) continue;
      console.log(`Measuring: ${name} ...`);
      rows.push(...(await part(browser, site)));
    }
  } finally {
    await browser.close();
    await site.close();
  }
  console.log(`\n${print(rows)}\n`);
  const broken = rows.filter(isBroken);
  console.log(
    broken.length
      ? `${broken.length} budgets are broken.`
      : 'No budget is broken by more than the noise.',
  );
  return broken.length ? 1 : 0;
}
