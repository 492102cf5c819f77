import type { Page } from '@playwright/test';
import { states } from '../../demo/gallery/states.mjs';
import { expect, test, type World } from './bank-test.ts';

async function show(page: Page, world: World, surface: string, css: string): Promise<void> {
  await page.goto(world.url(`/gallery/show?surface=${surface}&css=${css}&language=en`));
  await page.locator('html[data-shown]').waitFor();
}

/** How every control of a surface looks, and where it stands on the screen. */
function looks(page: Page, surface: string): Promise<readonly string[]> {
  return page.evaluate((name) => {
    const host = document.querySelector(`[data-sluis=${name}]`);
    const inside = [...(host?.shadowRoot?.querySelectorAll('button,input,summary,h2,p') ?? [])];
    const light = [...(host?.querySelectorAll('button,h2,p,a,span,strong') ?? [])];
    return [...light, ...inside].map((one) => {
      const style = getComputedStyle(one);
      const { width, height } = one.getBoundingClientRect();
      return [
        one.localName,
        Math.round(width),
        Math.round(height),
        style.color,
        style.backgroundColor,
        style.fontFamily,
        style.fontSize,
        style.letterSpacing,
        style.textTransform,
        style.float,
        style.transform,
        style.opacity,
        style.margin,
        style.padding,
      ].join(' ');
    });
  }, surface);
}

for (const surface of Object.keys(states).filter((one) => !['opt-out', 'embed'].includes(one))) {
  test(`a page that sets everything !important on everything does not reach the ${surface}`, async ({
    page,
    world,
  }) => {
    await show(page, world, surface, '');
    const kind = await looks(page, surface);
    await show(page, world, surface, 'hostile');

    expect(kind.length).toBeGreaterThan(0);
    expect(await looks(page, surface)).toEqual(kind);
  });
}

test('a page that covers everything with the highest z-index leaves the refusal in reach', async ({
  page,
  world,
}) => {
  await show(page, world, 'banner', 'hostile');
  await page.evaluate(() => document.body.append(document.createElement('div')));
  const refuse = page.locator('[data-sluis=banner] [data-sluis-action=refuse]');

  await page.keyboard.press('Tab');
  await expect(refuse).toBeInViewport({ ratio: 1 });
  for (let presses = 0; presses < 4; presses++) {
    if (await refuse.evaluate((one) => one === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');

  await expect(page.locator('[data-sluis=banner]')).toHaveCount(0);
});

test('our styles touch nothing of the page', async ({ page, world }) => {
  const styles = (): Promise<readonly string[]> =>
    page.evaluate(() =>
      [...document.querySelectorAll('html,head *,body,body *')].map((one) => {
        const style = getComputedStyle(one);
        return `${one.localName} ${style.cssText || [style.font, style.color, style.overflow, style.margin].join()}`;
      }),
    );
  await show(page, world, 'banner', '');
  const before = await styles();
  await page.evaluate(() => {
    for (const host of document.querySelectorAll('[data-sluis]')) host.remove();
  });

  expect(await styles()).toEqual(before);
  expect(await page.evaluate(() => document.querySelectorAll('[style],style').length)).toBe(0);
});
