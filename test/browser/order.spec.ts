import type { Page } from '@playwright/test';
import { expect, gatedPage, settle, test, type World } from './bank-test.ts';

const config = {
  controller: { name: 'Bank', contact: 'a@bank.example', policyUrl: '/privacy' },
  purposes: [
    { id: 'marketing', legalBasis: 'a', label: 'Reclame', text: 'Reclame.', services: ['adnet'] },
  ],
  services: [{ id: 'adnet', hosts: ['pixel.adnet.example'] }],
  allow: ['tag.adnet.example'],
};

/** Codes as the page's own script hears them, and the sentences of the console. */
const listening = `<script>
  var codes = [];
  sluis.on('error', function (error) { codes.push(error.code); });
</script>`;

const meta = '<meta http-equiv="Content-Security-Policy" content="manifest-src *">';
const tag = '<script src="/sluis/head.js"></script>';
const developTag = '<script src="/sluis/head.dev.js"></script>';

const sound = gatedPage(config, listening).replace(tag, developTag);

async function visit(page: Page, world: World, html: string): Promise<string> {
  const told: string[] = [];
  page.on('console', (message) => message.type() === 'error' && told.push(message.text()));
  world.page('/order', html);
  await page.goto(world.url('/order'));
  await settle(page);
  return told.filter((text) => text.includes('sluis G')).join('\n');
}

function codes(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => Object(window).codes);
}

test('a page in the right order is told nothing', async ({ page, world }) => {
  expect(await visit(page, world, sound)).toBe('');
  expect(await codes(page)).toEqual([]);
});

const early = '<script src="https://tag.adnet.example/early.js"></script>';
const mistakes: readonly (readonly [what: string, code: string, sentence: RegExp, html: string])[] =
  [
    [
      'a script before the gate',
      'G02',
      /G02: .*early\.js.* stands before the gate.*Move/,
      sound.replace('<title>', `${early}<title>`),
    ],
    [
      'an image before the gate',
      'G02',
      /G02: .*<img src="\/icon\.svg">.*Move/,
      sound.replace('<title>', '<img src="/icon.svg"><title>'),
    ],
    ['no meta tag', 'G03', /G03: .*manifest-src \*/, sound.replace(meta, '')],
    [
      'the configuration after the script',
      'G07',
      /G07: .*after.*Move/,
      sound.replace(
        /(<script type="application\/json"[^]*?<\/script>)([^]*?head\.dev\.js"><\/script>)/,
        '$2$1',
      ),
    ],
    [
      'no configuration',
      'G07',
      /G07: .*missing/,
      sound.replace(/<script type="application\/json"[^]*?<\/script>/, ''),
    ],
  ];

for (const [what, code, sentence, html] of mistakes) {
  test(`the development build tells ${what} as ${code}, with the fix, on the console and as an event`, async ({
    page,
    world,
  }) => {
    expect(await visit(page, world, html)).toMatch(sentence);

    await expect.poll(() => codes(page)).toContain(code);
  });
}

/** The script may run after the page's own, which then cannot listen yet: the console tells. */
for (const [what, given] of [
  ['async', 'async'],
  ['defer', 'defer'],
  ['type="module"', 'type="module"'],
] as const) {
  test(`the development build tells ${what} as G04, with the fix`, async ({ page, world }) => {
    const html = sound
      .replace(developTag, developTag.replace(' src', ` ${given} src`))
      .replace(listening, '');

    expect(await visit(page, world, html)).toMatch(new RegExp(`G04: .*${what}.*Remove`));
  });
}

test('a request that went out before the gate is told as G05 by its address, and one to an allowed host is not', async ({
  page,
  world,
}) => {
  const asked = `<script>
    new Image().src = 'https://pixel.adnet.example/early.gif?who=me';
    new Image().src = 'https://tag.adnet.example/early.gif';
  </script>`;
  const told = await visit(page, world, sound.replace('<title>', `${asked}<title>`));

  expect(world.vendors.requests().map(({ host }) => host)).toContain('pixel.adnet.example');
  await expect.poll(() => codes(page)).toEqual(['G05']);
  expect(told).toMatch(/G05: pixel\.adnet\.example\/early\.gif was asked for before the gate/);
  expect(told).not.toMatch(/tag\.adnet|who=me/);
});

test('a chunk folder without frame.html is told as G06', async ({ page, world }) => {
  await page.route('**/sluis/frame.html', (route) => route.fulfill({ status: 404 }));

  await visit(page, world, sound);

  await expect.poll(() => codes(page)).toEqual(['G06']);
});

test('the production build carries none of it', async ({ page, world }) => {
  const early = '<script src="https://tag.adnet.example/early.js"></script>';
  const html = sound
    .replace(developTag, tag)
    .replace(meta, '')
    .replace('<title>', `${early}<title>`);

  expect(await visit(page, world, html)).toBe('');
  const head = await page.evaluate(() =>
    fetch('/sluis/head.js').then((response) => response.text()),
  );
  expect(head).toContain('G01');
  expect(head).not.toMatch(/G0[2-7]/);
});
