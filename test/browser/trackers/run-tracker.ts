import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { catalogue } from '../../../packages/catalog/src/catalogue.ts';
import { bundle } from './bundle.ts';
import type { Hit, Tracker } from './tracker.ts';
import type { World } from './world.ts';

/** The promises, in the order of the table. */
export const properties = [
  'site calls do not throw',
  'no new error in the page',
  'silent before',
  'silent after refusal',
  'early event kept',
  'works after accept',
  'silent after withdrawal',
  'nothing stored before',
  'nothing stored after',
] as const;

export type Property = (typeof properties)[number];

/** What was wrong with each promise; nothing for one that was kept. */
export type Outcome = Readonly<Record<Property, readonly string[]>>;

const head = readFileSync(
  new URL('../../../packages/sluis/dist/script/head.js', import.meta.url),
  'utf8',
);

/**
 * The service as the site owner names it. What is in the site's own bundle runs before the catalogue is
 * there, so its services are written out, as the README says.
 */
function configured({ service, bundle: own }: Tracker): Tracker['service'] {
  if (!own || typeof service !== 'string') return service;
  return catalogue.find(({ id }) => id === service) ?? service;
}

function gateFor(tracker: Tracker): string {
  const service = configured(tracker);
  const id = typeof service === 'string' ? service : service.id;
  const config = {
    controller: { name: 'Bank', contact: 'privacy@bank.example', policyUrl: '/privacy' },
    purposes: [
      { id: 'analytics', legalBasis: 'a', label: 'Analytics', text: 'We count.', services: [id] },
    ],
    services: [service],
    languages: ['en'],
  };
  return `<script type="application/json" id="sluis-config">${JSON.stringify(config)}</script>
<meta http-equiv="Content-Security-Policy" content="manifest-src *"><script>${head}</script>`;
}

/** What the site's own call throws is told apart from what the vendor's code throws; nobody waits for its answer. */
const careful = (code: string): string =>
  `try { ${code} } catch (error) { console.error('site call threw', error) } void 0`;

/** The page as the site owner writes it, with the site's own call right after the embedding. */
async function publish(tracker: Tracker, world: World): Promise<void> {
  const code = tracker.bundle && (await bundle(tracker.bundle));
  if (code) world.show('/bundle.js', code);
  const embedded = code ? '<script src="/bundle.js"></script>' : '';
  const page = (
    gate: string,
  ): string => `<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Bank</title><link rel="icon" href="data:,">${gate}${tracker.head ?? ''}</head><body>
<h1>Bank</h1><button id="order">Order</button>${embedded}
<script>${careful(tracker.call('early_event'))}</script></body></html>`;
  world.show('/bare', page(''));
  world.show('/gated', page(gateFor(tracker)));
  world.show('/left', '<!doctype html><title>Left</title><link rel="icon" href="data:,">');
}

/**
 * Whatever the page has sent has arrived when this returns. The answers are read: an answer that nobody
 * reads keeps its connection.
 */
async function fence(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let round = 0; round < 3; round++)
      await fetch('/fence', { cache: 'no-store' }).then((answer) => answer.text());
  });
}

/**
 * Half a minute of the page's life, with a visitor in it. The page's clock is turned, so that every timer of
 * the tracker fires; answers of the network come in between.
 */
async function live(page: Page): Promise<void> {
  for (let round = 0; round < 6; round++) {
    await page.clock.runFor(6_000);
    await fence(page);
    if (round === 2) {
      await page.mouse.move(60, 80);
      await page.locator('#order').click();
    }
  }
}

/** Cookies of the site, and names of all else that is kept on the device. Those of Sluis do not count. */
async function stored(context: BrowserContext, page: Page): Promise<string[]> {
  const cookies = (await context.cookies())
    .filter(({ domain }) => domain.endsWith('bank.example'))
    .map(({ name }) => `cookie ${name}`);
  const rest = await page.evaluate(async () => [
    ...Object.keys(localStorage).map((key) => `localStorage ${key}`),
    ...Object.keys(sessionStorage).map((key) => `sessionStorage ${key}`),
    ...(await indexedDB.databases()).map(({ name }) => `indexedDB ${name}`),
    ...(await caches.keys()).map((key) => `cache ${key}`),
  ]);
  return [...cookies, ...rest].filter((name) => !/^\w+ sluis/.test(name));
}

/** Trackers leave out headless browsers by their name. */
const userAgent =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

interface Visit {
  readonly page: Page;
  /** Errors that nobody caught. */
  readonly errors: readonly string[];
  /** What the site's own calls threw. */
  readonly thrown: readonly string[];
  stored(): Promise<string[]>;
  /** Hosts and paths of the hits since this was last asked. */
  heard(): readonly Hit[];
  close(): Promise<void>;
}

async function visit(
  browser: Browser,
  world: World,
  tracker: Tracker,
  path: string,
): Promise<Visit> {
  world.play(tracker);
  const context = await browser.newContext({ ignoreHTTPSErrors: true, userAgent });
  const page = await context.newPage();
  const errors: string[] = [];
  const thrown: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.text().startsWith('site call threw')) thrown.push(message.text());
  });
  await page.clock.install();
  await page.goto(`https://www.bank.example${path}`);
  let told = 0;
  return {
    page,
    errors,
    thrown,
    stored: () => stored(context, page),
    heard() {
      const news = world.hits().slice(told);
      told += news.length;
      return news;
    },
    close: () => context.close(),
  };
}

const names = (hits: readonly Hit[]): string[] => [
  ...new Set(hits.map(({ host, path }) => host + path.replace(/\?.*/s, ''))),
];

const says = (hits: readonly Hit[], event: string): boolean =>
  hits.some(({ text }) => text.includes(event));

const call = (page: Page, tracker: Tracker, event: string): Promise<unknown> =>
  page.evaluate(careful(tracker.call(event)));

async function press(page: Page, action: string): Promise<void> {
  await page.locator(`[data-sluis=banner] [data-sluis-action=${action}]`).click();
  await fence(page);
}

/** What a tracker does where nothing stands in its way. */
interface Bare {
  /** Events that its collector did not see: then the rest means nothing. */
  readonly missing: readonly string[];
  readonly errors: readonly string[];
  readonly hosts: readonly string[];
  readonly stored: readonly string[];
}

export async function runBare(tracker: Tracker, { browser, world }: Place): Promise<Bare> {
  await publish(tracker, world);
  const { page, heard, stored, errors, close } = await visit(browser, world, tracker, '/bare');
  await live(page);
  await call(page, tracker, 'late_event');
  await live(page);
  const found = await stored();
  await page.goto('https://www.bank.example/left');
  await fence(page);
  const hits = heard();
  await close();
  const missing = ['early_event', 'late_event'].filter((event) => !says(hits, event));
  return { missing, errors, hosts: names(hits), stored: found };
}

interface Place {
  readonly browser: Browser;
  readonly world: World;
}

/**
 * One visitor who refuses, one who accepts and comes back on it.
 * @param usual errors that the tracker makes without the gate as well
 */
export async function runGated(
  tracker: Tracker,
  { browser, world }: Place,
  usual: readonly string[],
): Promise<Outcome> {
  await publish(tracker, world);
  const outcome = Object.fromEntries(
    properties.map((property) => [property, [] as string[]]),
  ) as Record<Property, string[]>;

  const refuser = await visit(browser, world, tracker, '/gated');
  await live(refuser.page);
  outcome['silent before'].push(...names(refuser.heard()), ...world.connections());
  outcome['nothing stored before'].push(...(await refuser.stored()));
  await press(refuser.page, 'refuse');
  await call(refuser.page, tracker, 'refused_event');
  await live(refuser.page);
  await refuser.page.reload();
  await live(refuser.page);
  outcome['nothing stored before'].push(
    ...(await refuser.stored()).map((one) => `refused: ${one}`),
  );
  await refuser.page.goto('https://www.bank.example/left');
  await fence(refuser.page);
  outcome['silent after refusal'].push(...names(refuser.heard()));
  outcome['no new error in the page'].push(...refuser.errors.filter((one) => !usual.includes(one)));
  outcome['site calls do not throw'].push(...refuser.thrown);
  await refuser.close();

  const visitor = await visit(browser, world, tracker, '/gated');
  const { page } = visitor;
  await live(page);
  await press(page, 'accept');
  await live(page);
  await call(page, tracker, 'late_event');
  await live(page);
  const heard = [...visitor.heard()];
  // Some hold back for a minute when an answer was slow to come, and a held one was.
  for (let turn = 0; turn < 3 && !says(heard, 'late_event'); turn++) {
    if (tracker.sendsAtLeave) await page.reload();
    await live(page);
    heard.push(...visitor.heard());
  }
  if (!says(heard, 'early_event'))
    outcome['early event kept'].push(...names(heard), 'no early_event');
  if (!says(heard, 'late_event'))
    outcome['works after accept'].push(...names(heard), 'no late_event');

  // The clock stands still, so that nothing is under way when the visitor withdraws.
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1_000));
  await fence(page);
  visitor.heard();
  await page.evaluate(() => window.sluis?.withdraw('analytics'));
  await call(page, tracker, 'withdrawn_event');
  await live(page);
  outcome['nothing stored after'].push(...(await visitor.stored()));
  await page.reload();
  await live(page);
  outcome['nothing stored after'].push(
    ...(await visitor.stored()).map((one) => `next page: ${one}`),
  );
  await page.goto('https://www.bank.example/left');
  await fence(page);
  outcome['silent after withdrawal'].push(...names(visitor.heard()));
  outcome['nothing stored after'].push(
    ...(await visitor.stored()).map((one) => `after leaving: ${one}`),
  );
  outcome['no new error in the page'].push(...visitor.errors.filter((one) => !usual.includes(one)));
  outcome['site calls do not throw'].push(...visitor.thrown);
  await visitor.close();
  return outcome;
}
