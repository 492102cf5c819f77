import type { BrowserContext, Page } from '@playwright/test';
import { expect, gatedPage, press, settle, test, type World } from './bank-test.ts';
import { oneService } from './one-service.ts';

const config = oneService({
  id: 'insight',
  hosts: ['insight.example'],
  cookies: ['insight_*'],
});
const path = '/cookie-life';
const day = 24 * 3600;

/** The vendor's: it renews its cookies at each view. The site has one of its own. */
const body = `<script>
  const twoYears = ';path=/;max-age=' + 2 * 365 * 86400;
  document.cookie = 'insight_id=1' + twoYears;
  document.cookie = 'insight_tried=1' + twoYears;
  document.cookie = 'insight_tried=;max-age=0;path=/';
  document.cookie = 'insight_session=1;path=/';
  document.cookie = 'site=1' + twoYears;
  cookieStore.set({ name: 'insight_store', value: '1', path: '/', expires: Date.now() + 2 * 365 * 864e5 });
</script><a data-sluis-action="settings" href="#">Cookies</a>`;

async function open(page: Page, world: World, answered = false): Promise<void> {
  if (!answered)
    await page.route(world.url(path), (route) =>
      route.fulfill({ contentType: 'text/html', body: gatedPage(config, body) }),
    );
  await page.goto(world.url(path));
}

/** In how many days each cookie ends by the browser's own word. */
async function daysLeft(context: BrowserContext): Promise<Record<string, number>> {
  const now = Date.now() / 1000;
  const cookies = (await context.cookies()).filter(({ name }) => !name.startsWith('sluis'));
  return Object.fromEntries(
    cookies.map(({ name, expires }) => [name, expires < 0 ? 0 : Math.round((expires - now) / day)]),
  );
}

test("R54 a tracker's cookie ends 13 months after its first write, however often it is renewed", async ({
  page,
  context,
  world,
}) => {
  await open(page, world);
  await press(page, 'accept');

  await expect
    .poll(() => daysLeft(context))
    .toEqual({ insight_id: 395, insight_store: 395, insight_session: 0, site: 400 });

  await page.clock.setFixedTime(Date.now() + 150 * day * 1000);
  await open(page, world, true);
  await settle(page);

  // By the browser's clock, which does not go ahead: a Max-Age of 245 days, and the same date as before.
  await expect.poll(() => daysLeft(context)).toMatchObject({ insight_id: 245, insight_store: 395 });
});
