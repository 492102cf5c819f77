import type { Page } from '@playwright/test';
import { banner, expect, gatedPage, press, settle, test, type World } from './bank-test.ts';
import { oneService } from './one-service.ts';

const config = oneService({ id: 'insight', hosts: ['insight.example'] });

const tag = 'https://insight.example/tag.js';

/** Ways to write a vendor's tag such that no single piece names it. */
const tags: Readonly<Record<string, readonly string[]>> = {
  'within the tag': ['<p><', `script src="${tag}"></script></p>`],
  'within the name of the attribute': ['<script sr', `c="${tag}"></script>`],
  'within the address': ['<script src="https:', '//insight.example/tag.js"></script>'],
  'before the end tag': [`<script src="${tag}">`, '</script>'],
  'within the end tag': [`<script src="${tag}"></scr`, 'ipt>'],
  'letter by letter': [...`<script src="${tag}"></script>`],
};

/** Pieces of harmless markup, as a page of old writes them. */
const own: readonly (readonly string[])[] = [
  ['<p id="a">one</p>', '<p>two</p>'],
  ['<p title="1 > 2" ', 'class="x">three'],
  ['<p>1 < 2', ' and 2 < 3</p>'],
  ['<p>4 < 5'],
  ['<!-- a <b', ' c --><i>four</i>'],
  ['<script>written = ', '"five <b>"', '</script><b>', '</b>'],
  ['<script>document.write("<u>si", "x</u>")</script>', '<s>seven</s>'],
  ['<textarea><p', '></textarea>'],
];

const call = (pieces: readonly string[]): string =>
  pieces
    .map((piece) => `document.write(${JSON.stringify(piece).replaceAll('</', '<\\/')});`)
    .join('');

const script = own.map((pieces) => `<script>${call(pieces)}</script><hr>`).join('\n');

const written = `(() => {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const inside = frame.contentDocument;
  inside.open();
  inside.writeln('<p>1');
  inside.write('<b>2 < 3');
  inside.close();
  for (const node of document.querySelectorAll('script, [data-sluis]')) node.remove();
  return [document.body.innerHTML.trim(), inside.body.innerHTML, self.written];
})()`;

async function open(page: Page, world: World, body: string): Promise<void> {
  world.page('/pieces', gatedPage(config, body));
  await page.goto(world.url('/pieces'));
  await page.locator(banner).waitFor();
}

test.describe('a page that writes itself in pieces', () => {
  test('R14 becomes what it is without the gate', async ({ page, world }) => {
    world.page('/ungated', `<!doctype html><title>Ungated</title><body>${script}`);
    await page.goto(world.url('/ungated'));
    const native = await page.evaluate(written);

    await open(page, world, script);

    expect(await page.evaluate(written)).toEqual(native);
  });

  for (const [where, pieces] of Object.entries(tags)) {
    test(`S01 R20 a tag that is cut ${where} is held, and runs once after the answer`, async ({
      page,
      world,
    }) => {
      await open(page, world, `<script>${call(pieces)}</script>`);
      await settle(page);
      const before = world.vendors.requests().map(({ path }) => path);

      await press(page, 'accept');
      await settle(page);

      expect(before).toEqual([]);
      expect(world.vendors.requests().map(({ path }) => path)).toEqual(['/tag.js']);
    });
  }
});
