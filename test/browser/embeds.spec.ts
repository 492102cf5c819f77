import type { Frame, FrameLocator, Page } from '@playwright/test';
import { axeFindings } from './axe-findings.ts';
import {
  answerHere,
  banner,
  expect,
  gatedPage,
  press,
  settle,
  test,
  visit,
  type World,
} from './bank-test.ts';

const video = 'https://www.youtube.com/embed/dGVzdGFwcA0';

const config = {
  controller: { name: 'Bank', contact: 'x@bank.example', policyUrl: '/privacy' },
  languages: ['nl', 'en'],
  purposes: [
    {
      id: 'media',
      legalBasis: 'a',
      label: 'Video',
      text: 'Wij tonen video.',
      services: ['youtube', 'vimeo'],
    },
  ],
  services: [
    {
      id: 'youtube',
      label: 'YouTube',
      recipient: 'Google Ireland Ltd.',
      hosts: ['youtube.com', 'youtube-nocookie.com'],
    },
    { id: 'vimeo', label: 'Vimeo', hosts: ['vimeo.com'] },
  ],
};

const frameOf = (page: Page, selector = 'main iframe'): FrameLocator => page.frameLocator(selector);

function show(page: Page, action: 'once' | 'always', selector?: string): Promise<void> {
  return frameOf(page, selector).locator(`[data-sluis-action=${action}]`).click();
}

async function open(page: Page, world: World, body: string, more: object = {}): Promise<void> {
  world.page('/embeds', gatedPage({ ...config, ...more }, body));
  await visit(page, world, '/embeds');
}

const asked = (world: World): readonly string[] =>
  world.vendors
    .requests()
    .map(({ host }) => host)
    .filter((host) => /youtube|vimeo/.test(host));

/** A page with a video below a shadow root. */
const below = (mode: ShadowRootMode): string => `<main><div id="host"></div></main><script>
  document.getElementById('host').attachShadow({ mode: '${mode}' }).innerHTML =
    '<iframe title="Film" width="560" height="315" src="${video}"></iframe>';
</script>`;

for (const mode of ['open', 'closed'] as const) {
  test(`S50 a frame below the page's own ${mode} shadow root says who would get what, and is shown once`, async ({
    page,
    world,
  }) => {
    await open(page, world, below(mode));
    const placeholder = async (): Promise<Frame | undefined> => {
      for (const frame of page.frames())
        if ((await frame.locator('[data-sluis=embed]').count()) > 0) return frame;
      return undefined;
    };
    await expect.poll(async () => !!(await placeholder())).toBe(true);
    const inside = await placeholder();
    await expect(inside?.locator('[data-sluis=embed]') ?? page.locator('none')).toContainText(
      'Google Ireland Ltd.',
    );
    expect(asked(world)).toEqual([]);

    await inside?.locator('[data-sluis-action=once]').click();

    await expect.poll(() => asked(world)).toContain('www.youtube-nocookie.com');
  });
}

test('S50 R22 a held frame keeps its size and says who would get what, in the words of the page', async ({
  page,
  world,
}) => {
  await open(
    page,
    world,
    `<main><iframe src="${video}" title="Film" width="560" height="315" frameborder="0"></iframe></main>`,
  );
  await frameOf(page).getByRole('button').first().waitFor();
  expect(await page.locator('main iframe').boundingBox()).toMatchObject({
    width: 560,
    height: 315,
  });

  await visit(page, world);
  const inside = frameOf(page, '.video iframe');
  await expect(inside.locator('section')).toContainText('Google Ireland Ltd. zou uw IP-adres');
  await expect(inside.getByRole('heading')).toHaveText('Video: de app van Grachtenbank');
  await expect(inside.locator('html')).toHaveAttribute('lang', 'nl');
  expect(asked(world)).toEqual([]);
});

test('a frame is shown once: by the more private address, in its place, and no answer is kept', async ({
  page,
  world,
}) => {
  await open(page, world, `<main><iframe src="${video}" title="Film"></iframe></main>`);
  await show(page, 'once');

  await expect.poll(() => asked(world)).toEqual(['www.youtube-nocookie.com']);
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('iframe');
  expect(await page.evaluate(() => window.sluis?.history())).toEqual([]);
  expect(await page.evaluate(() => window.sluis?.allows('media'))).toBe(false);
  await expect(page.locator(banner)).toBeVisible();
});

test('a frame is shown always: a consent for that service alone, that lasts and can be withdrawn', async ({
  page,
  world,
}) => {
  const body = `<main><iframe src="${video}" title="Film"></iframe></main><aside><iframe src="https://player.vimeo.com/video/1" title="Kort"></iframe></aside>`;
  await open(page, world, body);
  await show(page, 'always');

  await expect.poll(() => asked(world)).toEqual(['www.youtube-nocookie.com']);
  // The frame is there before the record has the answer.
  await expect
    .poll(() => page.evaluate(() => window.sluis?.history()))
    .toMatchObject([
      {
        method: 'embed',
        purposes: { media: { answer: 'granted' }, '@vimeo': { answer: 'refused' } },
      },
    ]);
  await page.goto(world.url('/embeds'));
  await expect.poll(() => asked(world)).toEqual(['www.youtube-nocookie.com', 'www.youtube.com']);
  await settle(page);
  expect(asked(world)).toEqual(['www.youtube-nocookie.com', 'www.youtube.com']);

  await page.evaluate(() => window.sluis?.withdraw());
  await expect(frameOf(page).locator('[data-sluis-action=once]')).toBeVisible();
});

test("a script's press shows nothing", async ({ page, world }) => {
  await open(page, world, `<main><iframe src="${video}" title="Film"></iframe></main>`);
  await frameOf(page).locator('[data-sluis-action=always]').waitFor();
  await page.evaluate(() => {
    const inside = document.querySelector('iframe')?.contentDocument;
    for (const action of ['once', 'always'])
      inside
        ?.querySelector('[data-sluis]')
        ?.shadowRoot?.querySelector<HTMLElement>(`[data-sluis-action=${action}]`)
        ?.click();
  });
  await settle(page);

  expect(asked(world)).toEqual([]);
});

test('<sluis-embed> has the shape that it asks for, is held, and shows the more private address', async ({
  page,
  world,
}) => {
  await open(
    page,
    world,
    `<main><sluis-embed src="${video}" title="Film" width="400" height="300"><a href="${video}">Film</a></sluis-embed></main>`,
  );
  await frameOf(page).locator('[data-sluis-action=always]').waitFor();

  expect(await page.locator('sluis-embed iframe').boundingBox()).toMatchObject({
    width: 400,
    height: 300,
  });
  expect(asked(world)).toEqual([]);
  await show(page, 'always');
  await expect.poll(() => asked(world)).toEqual(['www.youtube-nocookie.com']);
});

test('R62 the keyboard goes into the placeholder, presses it, and stays at that place', async ({
  page,
  world,
}) => {
  await open(
    page,
    world,
    `<main><button id="before">Voor</button><iframe src="${video}" title="Film"></iframe><button id="after">Na</button></main>`,
  );
  await frameOf(page).locator('[data-sluis-action=once]').waitFor();
  await page.locator('#before').focus();
  await page.keyboard.press('Tab');
  await expect(frameOf(page).locator('[data-sluis-action=once]')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.locator('#after')).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => asked(world)).toEqual(['www.youtube-nocookie.com']);
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('iframe');
});

test('a frame that a page makes long after the answer has its place filled too, and loads the chunk then', async ({
  page,
  world,
}) => {
  await open(page, world, '<main></main><a data-sluis-action="settings" href="#">Keuzes</a>');
  await press(page, 'refuse');
  await settle(page);
  await page.goto(world.url('/embeds'));
  await settle(page);
  const chunks = (): Promise<readonly string[]> =>
    page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => name.replace(/.*\//, ''))
        .filter((name) => /embeds|desk/.test(name)),
    );
  expect(await chunks()).toEqual([]);

  await page.evaluate((src) => {
    const frame = Object.assign(document.createElement('iframe'), { src, title: 'Film' });
    document.querySelector('main')?.append(frame);
  }, video);

  await expect(frameOf(page).locator('[data-sluis-action=once]')).toBeVisible();
  expect(await chunks()).toEqual(['desk.js', 'embeds.js']);
});

test('<sluis-embed> that a script makes on a settled page is filled too', async ({
  page,
  world,
}) => {
  await open(page, world, '<main></main><a data-sluis-action="settings" href="#">Keuzes</a>');
  await answerHere(page, 'refuse');
  await page.goto(world.url('/embeds'));
  await settle(page);

  await page.evaluate((src) => {
    const embed = document.createElement('sluis-embed');
    embed.setAttribute('src', src);
    embed.setAttribute('title', 'Film');
    document.querySelector('main')?.append(embed);
  }, video);

  await expect(frameOf(page).locator('[data-sluis-action=once]')).toBeVisible();
  expect(asked(world)).toEqual([]);
});

for (const sandbox of ['allow-scripts', '']) {
  test(`a frame with sandbox="${sandbox}" says who would get what, and what is shown in it stays as shut in`, async ({
    page,
    world,
  }) => {
    await open(
      page,
      world,
      `<main><iframe src="${video}" title="Film" sandbox="${sandbox}"></iframe></main>`,
    );
    const frame = page.locator('main iframe');
    await frameOf(page).locator('[data-sluis-action=once]').waitFor();
    await expect(frame).toHaveAttribute('sandbox', sandbox);

    await show(page, 'once');
    await expect.poll(() => asked(world)).toEqual(['www.youtube-nocookie.com']);
    await expect(frame).toHaveAttribute('sandbox', sandbox);
    await expect(frameOf(page).locator('iframe')).toHaveAttribute('sandbox', sandbox);
    // A document that is shut in has an origin of its own, not that of its host.
    const shown = page.frames().find((one) => one.url().includes('youtube-nocookie'));
    expect(await shown?.evaluate(() => origin)).toBe('null');
  });
}

test('a sandboxed frame is blank again after a withdrawal, and says so again', async ({
  page,
  world,
}) => {
  await open(
    page,
    world,
    `<main><iframe src="${video}" title="Film" sandbox="allow-scripts"></iframe></main>`,
  );
  await show(page, 'always');
  await expect.poll(() => asked(world)).toEqual(['www.youtube-nocookie.com']);

  await page.evaluate(() => window.sluis?.withdraw());

  await expect(frameOf(page).locator('[data-sluis-action=once]')).toBeVisible();
  await expect(page.locator('main iframe')).toHaveAttribute('sandbox', 'allow-scripts');
});

test('S41 on a sensitive page nothing is shown, and no button says so', async ({ page, world }) => {
  await open(page, world, `<main><iframe src="${video}" title="Film"></iframe></main>`, {
    sensitivePaths: ['/embeds'],
  });

  await expect(frameOf(page).getByRole('heading')).toHaveText('Film');
  await expect(frameOf(page).getByRole('button')).toHaveCount(0);
});

test('R59 axe finds nothing in the placeholder, light and dark', async ({ page, world }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await open(page, world, `<main><iframe src="${video}" title="Film"></iframe></main>`);
    await frameOf(page).locator('[data-sluis-action=once]').waitFor();
    expect(await axeFindings(page, 'main')).toEqual([]);
  }
});
