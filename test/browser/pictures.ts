import type { Locator, Page } from '@playwright/test';
import type { World } from './bank-test.ts';

/** Of 255: less in a channel is how an edge was smoothed, and nobody's doing. */
const visible = 48;

/** So many pixels may be rounded otherwise in another layer or frame; a letter or a border is more. */
export const few = 12;

/** Opens a surface of the gallery in one of its states. */
export async function show(
  page: Page,
  world: World,
  query: { readonly [word: string]: string },
): Promise<void> {
  await page.goto(world.url(`/gallery/show?${new URLSearchParams(query)}`));
  await page.locator('html[data-shown]').waitFor();
}

/** A surface alone, on grey: of the page and of other surfaces nothing is seen around or through it. */
export async function isolate(page: Page, surface: string): Promise<Locator> {
  await page.addStyleTag({
    content:
      ':root:root{all:unset!important;background:#888!important}:root:root>body{display:none!important}',
  });
  await page.evaluate((name) => {
    for (const other of document.querySelectorAll('[data-sluis]'))
      if (other.getAttribute('data-sluis') !== name) other.remove();
  }, surface);
  return page.locator(`[data-sluis=${surface}]${surface === 'preferences' ? ' dialog' : ''}`);
}

/** A picture of a surface or of the screen, still and without a caret. */
export async function pictureOf(what: Locator | Page): Promise<string> {
  const picture = await what.screenshot({ animations: 'disabled' });
  return picture.toString('base64');
}

/**
 * How many pixels differ between two pictures that were taken in one run, so with the same fonts and by
 * the same browser: what differs is the surface. All of them where the sizes differ.
 * @param page any; the browser decodes
 */
export function difference(page: Page, one: string, other: string): Promise<number> {
  return page.evaluate(
    async ([pictures, least]) => {
      const [first, second] = await Promise.all(
        pictures.map(async (picture) => {
          const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
          const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
          const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
          const context = canvas.getContext('2d');
          context?.drawImage(bitmap, 0, 0);
          return context?.getImageData(0, 0, bitmap.width, bitmap.height);
        }),
      );
      if (!first || !second) return Number.NaN;
      if (first.width !== second.width || first.height !== second.height)
        return first.width * first.height;
      let differing = 0;
      for (let at = 0; at < first.data.length; at += 4)
        if (
          [0, 1, 2].some(
            (channel) =>
              Math.abs((first.data[at + channel] ?? 0) - (second.data[at + channel] ?? 0)) > least,
          )
        )
          differing++;
      return differing;
    },
    [[one, other], visible] as const,
  );
}

export interface Box {
  readonly what: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where each block and control of a surface stands, in whole CSS pixels, in the order of the document. */
export function boxesOf(page: Page, surface: string): Promise<readonly Box[]> {
  return page.evaluate((name) => {
    const host = document.querySelector(`[data-sluis=${name}]`);
    const all = [
      host,
      ...(host?.children ?? []),
      ...(host?.shadowRoot?.querySelectorAll('*') ?? []),
    ];
    return all
      .filter((one): one is Element => !!one?.checkVisibility())
      .filter(
        (one) =>
          one.localName === 'button' || !/^(inline|contents)$/.test(getComputedStyle(one).display),
      )
      .map((one) => {
        const { left, top, width, height } = one.getBoundingClientRect();
        const [x = 0, y = 0, w = 0, h = 0] = [left, top, width, height].map(Math.round);
        return { what: one.localName, left: x, top: y, width: w, height: h };
      });
  }, surface);
}
