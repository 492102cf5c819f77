import type { Page } from '@playwright/test';
import { states } from '../../demo/gallery/states.mjs';
import { axeFindings } from './axe-findings.ts';
import { expect, test, type World } from './bank-test.ts';

/** How a visitor may look at a page. */
const looks = {
  'light, desktop': { size: [1280, 800] },
  'dark, phone': { size: [360, 640], colorScheme: 'dark' },
  'forced colours': { size: [1024, 768], forcedColors: 'active' },
  // A window of 1280 at 400 % is one of 320: reflow (WCAG 1.4.10).
  'narrow, right to left': { size: [320, 640], language: 'ar' },
  'text at 200 %': { size: [640, 400], css: 'html{font-size:200%}' },
} as const;

type Look = (typeof looks)[keyof typeof looks] & {
  readonly colorScheme?: 'dark';
  readonly forcedColors?: 'active';
  readonly language?: string;
  readonly css?: string;
};

async function show(
  page: Page,
  world: World,
  look: Look,
  query: { readonly [word: string]: string },
): Promise<void> {
  const [width, height] = look.size;
  await page.setViewportSize({ width, height });
  await page.emulateMedia({
    colorScheme: look.colorScheme ?? 'light',
    forcedColors: look.forcedColors ?? 'none',
  });
  const words = new URLSearchParams({ language: look.language ?? 'nl', ...query });
  await page.goto(world.url(`/gallery/show?${words}`));
  await page.locator('html[data-shown]').waitFor();
  if (look.css) await page.addStyleTag({ content: look.css });
}

/** Elements of a surface that stick out of the window sideways, or whose text is cut off. */
function misfits(page: Page, surface: string): Promise<readonly string[]> {
  return page.evaluate((name) => {
    const host = document.querySelector(`[data-sluis=${name}]`);
    const all = [
      host,
      ...(host?.shadowRoot?.querySelectorAll('*') ?? []),
      ...(host?.children ?? []),
    ];
    const seen = all.filter(
      (one): one is HTMLElement =>
        one instanceof HTMLElement && !!one.offsetWidth && one.checkVisibility(),
    );
    return seen.flatMap((one) => {
      const { left, right } = one.getBoundingClientRect();
      const isOut = left < -1 || right > innerWidth + 1;
      const isCut =
        one.scrollWidth > one.clientWidth + 1 &&
        one.clientWidth > 0 &&
        getComputedStyle(one).display !== 'inline';
      return isOut || isCut
        ? [`${one.localName}.${one.className}: ${one.textContent?.slice(0, 40)}`]
        : [];
    });
  }, surface);
}

for (const [name, look] of Object.entries(looks)) {
  for (const [surface, all] of Object.entries(states)) {
    test(`R59 R60 R61 axe finds nothing on the ${surface} in any state, and it fits: ${name}`, async ({
      page,
      world,
    }) => {
      for (const state of all) {
        await show(page, world, look, { surface, state });
        const root = surface === 'embed' ? 'main' : `[data-sluis=${surface}]`;
        expect.soft(await axeFindings(page, root), state).toEqual([]);
        if (surface !== 'embed') expect.soft(await misfits(page, surface), state).toEqual([]);
        const picture = `${name.replaceAll(/\W+/g, '-')}-${surface}-${state}.png`;
        await page.screenshot({ path: `${test.info().project.outputDir}/gallery/${picture}` });
      }
    });
  }
}
