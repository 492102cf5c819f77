import type { Page } from '@playwright/test';
import { expect, test, type World } from './bank-test.ts';
import { boxesOf, difference, few, isolate, pictureOf, show, type Box } from './pictures.ts';

/**
 * Both pictures of a comparison are taken in this run: with the fonts and the browser of this machine,
 * so they differ for one reason only, that a surface looks other than it should.
 */
const looks = {
  'light, desktop': { size: { width: 1280, height: 800 }, colorScheme: 'light', language: 'nl' },
  'dark, phone, right to left': {
    size: { width: 360, height: 640 },
    colorScheme: 'dark',
    language: 'ar',
  },
} as const;

const raised = [
  ['banner', 'open'],
  ['banner', 'modal'],
  ['banner', 'signal'],
  ['preferences', 'details'],
  ['notice', 'told'],
  ['reopen', 'answered'],
] as const;

async function take(
  page: Page,
  world: World,
  query: { readonly surface: string; readonly [word: string]: string },
): Promise<string> {
  await show(page, world, query);
  return pictureOf(await isolate(page, query.surface));
}

for (const [name, { size, colorScheme, language }] of Object.entries(looks))
  for (const [surface, state] of raised)
    test(`a page that sets everything on everything does not change the look of the ${surface}, ${state}: ${name}`, async ({
      page,
      world,
    }) => {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme });
      const kind = await take(page, world, { surface, state, language });
      const hostile = await take(page, world, { surface, state, language, css: 'hostile' });
      expect(await difference(page, kind, hostile)).toBeLessThanOrEqual(few);
    });

test('a comparison sees one letter, and one pixel of a border', async ({ page, world }) => {
  const query = { surface: 'banner', state: 'open', language: 'nl' };
  const before = await take(page, world, query);
  const button = page.locator('[data-sluis-action=refuse]');
  await button.evaluate((one) => (one.textContent = `${one.textContent}.`));
  const letter = await pictureOf(page.locator('[data-sluis=banner]'));
  await take(page, world, query);
  await page.evaluate(() =>
    document.querySelector('style')?.sheet?.insertRule(':root{--sluis-radius:9px!important}'),
  );
  const border = await pictureOf(page.locator('[data-sluis=banner]'));

  expect(await difference(page, before, letter)).toBeGreaterThan(few);
  expect(await difference(page, before, border)).toBeGreaterThan(few);
});

test('a surface looks the same in a page within a frame as on a screen of that size', async ({
  page,
  world,
}) => {
  test.slow(); // eight pages
  const size = { width: 360, height: 640 };
  for (const [surface, state] of [
    ['banner', 'open'],
    ['preferences', 'open'],
    ['opt-out', 'open'],
    ['embed', 'sandboxed'],
  ] as const) {
    await page.setViewportSize(size);
    await show(page, world, { surface, state, language: 'nl' });
    const alone = await pictureOf(page);
    const address = world.url(`/gallery/show?surface=${surface}&state=${state}&language=nl`);
    world.page(
      '/around',
      `<!doctype html><title>Around</title><iframe src="${address}" width="360" height="640" frameborder="0"></iframe>`,
    );
    await page.setViewportSize({ width: 800, height: 800 });
    await page.goto(world.url('/around'));
    await page.frameLocator('iframe').first().locator('html[data-shown]').waitFor();
    const framed = await pictureOf(page.locator('iframe'));
    expect.soft(await difference(page, alone, framed), surface).toBeLessThanOrEqual(few);
  }
});

test('R67 a surface that changed its language looks as one that began in it', async ({
  page,
  world,
}) => {
  for (const [surface, state] of [
    ['banner', 'open'],
    ['preferences', 'open'],
    ['reopen', 'answered'],
  ] as const) {
    const began = await take(page, world, { surface, state, language: 'en' });
    await show(page, world, { surface, state, language: 'ar' });
    await page.evaluate(() => Object.assign(document.documentElement, { lang: 'en', dir: 'ltr' }));
    await page.locator(`[data-sluis=${surface}][lang=en]`).waitFor({ state: 'attached' });
    const changed = await pictureOf(await isolate(page, surface));
    expect.soft(await difference(page, began, changed), surface).toBeLessThanOrEqual(few);
  }
});

const off = (one: Box, other: Box | undefined): boolean =>
  !other ||
  (['left', 'top', 'width', 'height'] as const).some(
    (side) => Math.abs(one[side] - other[side]) > 1,
  );

/** Boxes that do not stand where those of the other do, both named. */
function moved(some: readonly Box[], others: readonly Box[]): readonly string[] {
  return some.flatMap((one, index) =>
    off(one, others[index]) ? [`${JSON.stringify(one)} ${JSON.stringify(others[index])}`] : [],
  );
}

const laidOut = [
  ['banner', 'open'],
  ['preferences', 'details'],
  ['opt-out', 'answered'],
  ['notice', 'told'],
  ['reopen', 'answered'],
] as const;

test('R60 a colour scheme and forced colours move nothing', async ({ page, world }) => {
  await page.setViewportSize({ width: 640, height: 800 });
  for (const [surface, state] of laidOut) {
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
    await show(page, world, { surface, state, language: 'nl' });
    const light = await boxesOf(page, surface);
    await page.emulateMedia({ colorScheme: 'dark' });
    const dark = await boxesOf(page, surface);
    await page.emulateMedia({ forcedColors: 'active' });
    const forced = await boxesOf(page, surface);

    expect(light.length).toBeGreaterThan(1);
    expect.soft(moved(light, dark), `${surface} dark`).toEqual([]);
    expect.soft(moved(light, forced), `${surface} forced colours`).toEqual([]);
  }
});

test('R67 written from right to left, a surface is its own mirror image', async ({
  page,
  world,
}) => {
  test.slow(); // ten pages
  for (const width of [360, 1000]) {
    await page.setViewportSize({ width, height: 800 });
    for (const [surface, state] of laidOut) {
      await show(page, world, { surface, state, language: 'nl' });
      const plain = await boxesOf(page, surface);
      await page.evaluate((name) => {
        document.documentElement.dir = 'rtl';
        document.querySelector<HTMLElement>(`[data-sluis=${name}]`)?.setAttribute('dir', 'rtl');
      }, surface);
      const mirrored = (await boxesOf(page, surface)).map((box) => ({
        ...box,
        left: width - box.left - box.width,
      }));
      expect.soft(moved(plain, mirrored), `${surface} at ${width}`).toEqual([]);
    }
  }
});

test('R68 on a phone the way back covers nothing of a notice', async ({ page, world }) => {
  for (const language of ['nl', 'ar']) {
    await page.setViewportSize({ width: 320, height: 640 });
    await show(page, world, { surface: 'notice', state: 'told', language });
    await page.locator('[data-sluis=reopen]').waitFor();
    const notice = await page.locator('[data-sluis=notice]').boundingBox();
    const button = await page.locator('[data-sluis=reopen] button').boundingBox();
    expect((notice?.y ?? 0) + (notice?.height ?? 640)).toBeLessThanOrEqual(button?.y ?? 0);
  }
});
