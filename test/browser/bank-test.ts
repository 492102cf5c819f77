import { test as base, type BrowserContext, type Page } from '@playwright/test';
import { startWorld } from '../../demo/world.mjs';

export { expect } from '@playwright/test';
/** Brings `window.sluis` into view of the tests. */
export type { Sluis } from '../../packages/sluis/src/sluis.ts';

export type World = Awaited<ReturnType<typeof startWorld>>;

interface Bank {
  readonly world: World;
  /** Lines of the consent server's log since the worker started. */
  readonly log: string[];
}

/**
 * The demo's own world: the bank, the vendors under their real names, and the consent server on
 * SQLite. The verdict on what was sent is always the vendors' own count.
 */
export const test = base.extend<{ world: World; freshWorld: void }, { bank: Bank }>({
  bank: [
    async ({}, use) => {
      const log: string[] = [];
      const world = await startWorld({ names: 'real', log: { write: (line) => log.push(line) } });
      await use({ world, log });
      await world.close();
    },
    { scope: 'worker' },
  ],
  browser: [
    async ({ playwright, bank, launchOptions }, use) => {
      const args = [...(launchOptions.args ?? []), ...bank.world.chromiumArgs];
      const browser = await playwright.chromium.launch({ ...launchOptions, args });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  world: async ({ bank }, use) => use(bank.world),
  freshWorld: [
    async ({ bank, context }, use) => {
      bank.world.vendors.reset();
      await use();
      // What a page says as it is left belongs to this test, not to the next one.
      for (const page of context.pages()) await page.goto('about:blank').catch(() => {});
      await bank.world.backend.start();
    },
    { auto: true },
  ],
});

/**
 * A fence: when it resolves, whatever the page was going to send by then has arrived. Frames and idle
 * callbacks run what waits; the request comes last and goes the same way as all others. An answer brings
 * chunks, one after the other: the fence is put up again until no more of them come.
 */
export async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  await page.evaluate(async () => {
    const frame = (): Promise<unknown> => new Promise(requestAnimationFrame);
    const idle = (): Promise<unknown> => new Promise((done) => requestIdleCallback(done));
    const chunks = (): number =>
      performance.getEntriesByType('resource').filter(({ name }) => /\/sluis\/[^?]*$/.test(name))
        .length;
    for (let quiet = 0, seen = chunks(); quiet < 3;) {
      await frame();
      await idle();
      await fetch(`/sluis/head.js?${Math.random()}`).then((response) => response.text());
      quiet = chunks() === seen ? quiet + 1 : 0;
      seen = chunks();
    }
  });
}

export const banner = '[data-sluis=banner]';

export function press(page: Page, action: string, root: string = banner): Promise<void> {
  return page.locator(`${root} [data-sluis-action=${action}]`).click();
}

/** Opens a page of the bank and waits for the banner. */
export async function visit(page: Page, world: World, path: string = '/'): Promise<void> {
  await page.goto(world.url(path));
  await page.locator(banner).waitFor();
}

/** Answers on the banner of this page, and waits until the record on the device has it. */
export async function answerHere(page: Page, action: 'accept' | 'refuse'): Promise<void> {
  await page.locator(banner).waitFor();
  const recorded = page.evaluate(
    () => new Promise<void>((done) => window.sluis?.on('decision', () => done())),
  );
  await press(page, action);
  await recorded;
}

/** Opens the bank and answers there. */
export async function answer(page: Page, world: World, action: 'accept' | 'refuse'): Promise<void> {
  await visit(page, world);
  await answerHere(page, action);
}

export async function cookieNames(context: BrowserContext): Promise<readonly string[]> {
  return (await context.cookies()).map(({ name }) => name).sort();
}

/** A page of the test's own on the bank's site, with the gate first in its head. */
export function gatedPage(config: unknown, body: string, head: string = ''): string {
  const text = typeof config === 'string' ? config : JSON.stringify(config);
  return `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Test</title>
<script type="application/json" id="sluis-config">${text.replaceAll('<', '\\u003c')}</script>
<meta http-equiv="Content-Security-Policy" content="manifest-src *">
<script src="/sluis/head.js"></script>${head}</head><body>${body}</body></html>`;
}
