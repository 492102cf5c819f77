import { banner, expect, gatedPage, press, settle, test } from './bank-test.ts';
import { oneService } from './one-service.ts';

const config = oneService({ id: 'insight', hosts: ['insight.example'] });

test('S01 R20 the script right behind a blank frame in the markup finds the gate in it', async ({
  page,
  world,
}) => {
  world.page(
    '/frame',
    gatedPage(
      config,
      `<iframe></iframe><script>frames[0].fetch('https://insight.example/hit', { mode: 'no-cors' })</script>`,
    ),
  );
  await page.goto(world.url('/frame'));
  await page.locator(banner).waitFor();
  await settle(page);
  const before = world.vendors.requests().map(({ path }) => path);

  await press(page, 'accept');
  await settle(page);

  expect(before).toEqual([]);
  expect(world.vendors.requests().map(({ path }) => path)).toEqual(['/hit']);
});
