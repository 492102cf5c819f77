import type { BrowserContext, Page } from '@playwright/test';
import { answerHere, banner, expect, gatedPage, press, settle, test } from './bank-test.ts';
import { oneService } from './one-service.ts';

const config = { ...oneService({ id: 'insight', hosts: ['insight.example'] }), scope: 'domain' };
const www = 'https://www.grachtenbank.example/scope';
const app = 'https://app.grachtenbank.example/scope';

/** The same page on both hosts. */
test.beforeEach(async ({ context }) => {
  const body = gatedPage(config, '<a data-sluis-action="settings" href="#">Cookies</a>');
  await context.route(/\/scope$/, (route) => route.fulfill({ contentType: 'text/html', body }));
});

const allows = (page: Page): Promise<boolean | undefined> =>
  page.evaluate(() => window.sluis?.allows('analytics'));

async function ownCookies(context: BrowserContext): Promise<readonly string[]> {
  const all = (await context.cookies()).filter(({ name }) => name.startsWith('sluis'));
  return all.map(({ name, domain }) => `${name} ${domain}`);
}

test('two hosts of a site share one answer, by the widest domain that the browser takes', async ({
  page,
  context,
}) => {
  await page.goto(www);
  await answerHere(page, 'accept');
  expect(await ownCookies(context)).toEqual(['sluis-domain .grachtenbank.example']);

  await page.goto(app);
  await settle(page);
  expect(await allows(page)).toBe(true);
  await expect(page.locator(banner)).toHaveCount(0);

  await page.evaluate(() => window.sluis?.withdraw());
  await page.goto(www);
  await settle(page);
  expect(await allows(page)).toBe(false);
  await expect(page.locator(banner)).toHaveCount(0);
  expect(await ownCookies(context)).toEqual(['sluis-domain .grachtenbank.example']);
});

test('R17 a grant does not come back from the record of one host when it was withdrawn on another', async ({
  page,
  context,
}) => {
  await page.goto(www);
  await answerHere(page, 'accept');
  await page.goto(app);
  await page.evaluate(() => window.sluis?.withdraw());
  await context.clearCookies();

  await page.goto(www);
  await page.locator(banner).waitFor();
  expect(await allows(page)).toBe(false);

  await page.goto(app);
  await expect.poll(() => ownCookies(context)).toHaveLength(1);
  await settle(page);
  expect(await allows(page)).toBe(false);
  await expect(page.locator(banner)).toHaveCount(0);
});

test('R12 a decision that one host had no time to record is recorded by the other, with its own surface', async ({
  page,
  context,
}) => {
  await context.route('https://www.grachtenbank.example/sluis/record.js', (route) => route.abort());
  await page.goto(www);
  await page.locator(banner).waitFor();
  await press(page, 'refuse');
  await expect.poll(() => ownCookies(context)).toHaveLength(1);

  await page.goto(app);
  const history = (): Promise<readonly object[] | undefined> =>
    page.evaluate(() => window.sluis?.history());

  await expect
    .poll(history)
    .toMatchObject([{ method: 'banner', surface: 'www.grachtenbank.example' }]);
});
