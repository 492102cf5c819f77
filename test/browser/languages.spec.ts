import type { Page } from '@playwright/test';
import { axeFindings } from './axe-findings.ts';
import { banner, expect, gatedPage, press, test, visit, type World } from './bank-test.ts';

const config = {
  controller: { name: 'Bank', contact: 'x@bank.example', policyUrl: '/privacy' },
  languages: ['nl', 'en', 'ar', 'fy', 'el'],
  purposes: [{ id: 'counting', legalBasis: 'a', label: 'Tellen', text: 'Wij tellen bezoeken.' }],
};

async function open(page: Page, world: World, language: string, more: object = {}): Promise<void> {
  const html = gatedPage({ ...config, ...more }, '<main>Hallo</main>');
  world.page('/languages', html.replace('lang="nl"', `lang="${language}"`));
  await visit(page, world, '/languages');
}

const speak = (page: Page, language: string): Promise<void> =>
  page.evaluate((tag) => void (document.documentElement.lang = tag), language);

test('R67 R59 in Arabic every surface is written from right to left, and axe finds nothing', async ({
  page,
  world,
}) => {
  await open(page, world, 'ar');
  const root = page.locator(banner);
  await expect(root).toHaveAttribute('dir', 'rtl');
  await expect(root.locator('[data-sluis-action=refuse]')).toHaveText('رفض');
  expect(await axeFindings(page, banner)).toEqual([]);

  await press(page, 'settings');
  const dialog = page.locator('[data-sluis=preferences] dialog');
  await dialog.waitFor();
  expect(await dialog.evaluate((one) => getComputedStyle(one).direction)).toBe('rtl');
  expect(await axeFindings(page, '[data-sluis=preferences]')).toEqual([]);
  const [close, title] = await Promise.all([
    dialog.getByRole('button', { name: 'إغلاق' }).boundingBox(),
    dialog.getByRole('heading').first().boundingBox(),
  ]);
  expect(close?.x).toBeLessThan(title?.x ?? 0);
});

test('R67 only the language of the page is loaded', async ({ page, world }) => {
  await open(page, world, 'el');
  await press(page, 'settings');
  await page.locator('[data-sluis=preferences] dialog').waitFor();

  const loaded = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => name.replace(/.*\//, ''))
      .filter((name) => /^(banner|messages)\./.test(name)),
  );
  expect(loaded.sort()).toEqual(['banner.el.js', 'messages.el.js']);
});

test('R67 what is on show follows the language of the page while it is open', async ({
  page,
  world,
}) => {
  await open(page, world, 'nl');
  await speak(page, 'en');
  await expect(page.locator(`${banner} [data-sluis-action=refuse]`)).toHaveText('Reject');
  await expect(page.locator(banner)).toHaveCount(1);

  await press(page, 'settings');
  await page.locator('[data-sluis=preferences] dialog').waitFor();
  await speak(page, 'fy');
  await expect(page.locator('[data-sluis=preferences] [data-sluis-action=save]')).toHaveText(
    'Kar bewarje',
  );
  await page.keyboard.press('Escape');
  await press(page, 'refuse');
  const reopen = page.locator('[data-sluis=reopen] button');
  await expect(reopen).toHaveText('Privacykarren');
  await speak(page, 'nl');
  await expect(reopen).toHaveText('Privacykeuzes');
  await speak(page, 'xx');
  await expect(reopen).toHaveText('Privacykeuzes');
});

test('R07 <sluis-settings> is a link to the preferences, and no button of ours comes beside it', async ({
  page,
  world,
}) => {
  world.page(
    '/languages',
    gatedPage(config, '<main>Hallo</main><footer><sluis-settings></sluis-settings></footer>'),
  );
  await visit(page, world, '/languages');
  const link = page.locator('sluis-settings a');
  await expect(link).toHaveText('Privacykeuzes');
  await speak(page, 'en');
  await expect(link).toHaveText('Privacy choices');
  await press(page, 'refuse');
  await expect(page.locator(banner)).toHaveCount(0);
  await link.click();
  await page.locator('[data-sluis=preferences] dialog').waitFor();

  await expect(page.locator('[data-sluis=reopen]')).toHaveCount(0);
});

test('R08 R31 the modal banner waits for an answer, scrolls the page, and is refused with one press', async ({
  page,
  world,
}) => {
  world.page(
    '/languages',
    gatedPage(
      { ...config, banner: 'modal' },
      '<main style="height:3000px"><a href="/contact">Verder</a></main>',
    ),
  );
  await visit(page, world, '/languages');
  const root = page.locator(banner);
  await expect(root).toHaveAttribute('aria-modal', 'true');
  await expect(root.locator('h2')).toBeFocused();
  const seen = new Set<string | undefined>();
  for (let presses = 0; presses < 8; presses++) {
    await page.keyboard.press('Tab');
    seen.add(await page.evaluate(() => document.activeElement?.closest('main')?.localName));
  }
  expect([...seen]).toEqual([undefined]);
  await page.mouse.wheel(0, 500);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
  await page.keyboard.press('Escape');
  await expect(root).toBeVisible();
  expect(await axeFindings(page, banner)).toEqual([]);

  await press(page, 'refuse');
  await expect(root).toHaveCount(0);
  await page.evaluate(() => scrollTo(0, 0));
  await page.locator('main a').click();
  await expect(page).toHaveURL(/contact/);
});

test('R58 the first layer says that Global Privacy Control is heeded', async ({ page, world }) => {
  await page.addInitScript(() =>
    Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true }),
  );
  const ads = {
    id: 'ads',
    legalBasis: 'a',
    sharing: true,
    label: 'Reclame',
    text: 'Reclame elders.',
  };
  await open(page, world, 'nl', { purposes: [...config.purposes, ads] });
  await expect(page.locator(banner)).toContainText('Global Privacy Control');
  await expect(page.locator(banner)).not.toContainText('Reclame');

  await open(page, world, 'nl');
  await expect(page.locator(banner)).not.toContainText('Global Privacy Control');
});
