import type { Page } from '@playwright/test';
import { expect, gatedPage, press, settle, test, type World } from './bank-test.ts';
import { oneService } from './one-service.ts';

const config = oneService({
  id: 'google-analytics',
  hosts: ['google-analytics.com', 'googletagmanager.com'],
  disable: ['ga-disable-G-DEMO12345'],
  optOutUrl: 'https://tools.google.com/dlpage/gaoptout',
  googleAnalytics: { measurementId: 'G-DEMO12345', checklist: { signedBy: 'A. de Vries' } },
});

const snippet = `<script async src="https://www.googletagmanager.com/gtag/js?id=G-DEMO12345"></script>
<script>
  window.dataLayer = window.dataLayer || [];
  function gtag(){dataLayer.push(arguments);}
  gtag('js', new Date());
  gtag('set', { user_id: 'canary-early', currency: 'EUR' });
  gtag('set', 'user_data', { email: 'canary-mail' });
  gtag('config', 'G-DEMO12345', { allow_google_signals: true, cookie_expires: 63072000 });
</script>`;

async function open(page: Page, world: World, script: 'head.js' | 'head.dev.js'): Promise<void> {
  const html = gatedPage(config, '', snippet).replace('head.js', script);
  world.page('/locked', html);
  await page.goto(world.url('/locked'));
}

const hits = (world: World): string =>
  JSON.stringify(world.vendors.requests().filter(({ path }) => path === '/g/collect'));

test("S02 R42 R43 leaves out of the site's calls what contradicts the lock, before Google reads them and after", async ({
  page,
  world,
}) => {
  await open(page, world, 'head.js');
  await press(page, 'accept');
  await expect.poll(() => world.vendors.counts().ga4 ?? 0).toBeGreaterThan(1);

  await page.evaluate(() => {
    Object(window).gtag('event', 'later', { user_id: 'canary-later', plan: 'kept' });
  });
  await expect.poll(() => hits(world)).toContain('ep.plan');

  expect(hits(world)).not.toContain('canary');
  expect(hits(world)).toContain('EUR');
  const config = await page.evaluate(() =>
    Array.from<unknown, unknown[]>(Object(window).dataLayer, (call) =>
      Array.from(Object(call)),
    ).find(([verb]) => verb === 'config'),
  );
  expect(config?.[2]).toEqual({
    allow_google_signals: false,
    allow_ad_personalization_signals: false,
    url_passthrough: false,
    cookie_expires: 34128000,
  });

  await page.reload();
  await settle(page);
  expect(hits(world)).not.toContain('canary');
});

test('S02 throws in development at the call that contradicts the lock, and tells of those that came first', async ({
  page,
  world,
}) => {
  const told: string[] = [];
  page.on('console', (message) => message.type() === 'error' && told.push(message.text()));
  await open(page, world, 'head.dev.js');
  await expect.poll(() => told.filter((line) => line.includes('G08')).length).toBe(3);

  const thrown = await page.evaluate(() => {
    try {
      return Object(window).gtag('event', 'later', { user_id: 'canary' });
    } catch (error) {
      return String(error);
    }
  });

  expect(told.join('\n')).toContain('user_id');
  expect(thrown).toMatch(/G08.*user_id/);
});

test("R44 links to the firm's own way out, beside the switch", async ({ page, world }) => {
  await open(page, world, 'head.js');
  await press(page, 'settings');

  const link = page.locator('[data-sluis-service=google-analytics] a');
  await expect(link).toHaveAttribute('href', 'https://tools.google.com/dlpage/gaoptout');
});
