import type { Page } from '@playwright/test';
import { axeFindings } from './axe-findings.ts';
import { banner, expect, test, type World } from './bank-test.ts';
import { lighthouseRules } from './lighthouse-rules.ts';

async function show(page: Page, world: World, surface: string, state = 'open'): Promise<void> {
  await page.goto(world.url(`/gallery/show?surface=${surface}&state=${state}&language=en`));
  await page.locator('html[data-shown]').waitFor();
}

const rootOf = (surface: string): string => `[data-sluis=${surface}]`;

/** Name and role of what has the focus, in the page, a shadow root or a frame; and does its ring show? */
function focused(page: Page): Promise<{ readonly name: string; readonly ring: boolean }> {
  return page.evaluate(() => {
    let one = document.activeElement;
    while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement;
    if (!one) return { name: '', ring: false };
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    const labels = (one.getAttribute('aria-labelledby') ?? '').split(' ').filter(Boolean);
    const root = one.getRootNode() as Document | ShadowRoot;
    const label = labels.map((id) => root.querySelector(`#${id}`)?.textContent?.trim()).join(' ');
    return {
      name: `${one.localName} ${label || one.getAttribute('aria-label') || one.textContent?.trim()}`,
      ring: outlineStyle === 'solid' && Number.parseFloat(outlineWidth) >= 2,
    };
  });
}

/** Tabs through a page, and tells each stop once. */
async function walk(page: Page, most = 40): Promise<readonly { name: string; ring: boolean }[]> {
  const stops: { name: string; ring: boolean }[] = [];
  for (let presses = 0; presses < most; presses++) {
    await page.keyboard.press('Tab');
    const stop = await focused(page);
    if (stops[0]?.name === stop.name && stops.length > 1) break;
    stops.push(stop);
  }
  return stops;
}

test('R62 R63 the keyboard goes through the banner in the order of reading, and on into the page, with a ring', async ({
  page,
  world,
}) => {
  await show(page, world, 'banner');

  const stops = await walk(page, 5);

  expect(stops.map(({ name }) => name)).toEqual([
    'a Privacy statement of Grachtenbank N.V.',
    'button Accept',
    'button Reject',
    'button Settings',
    'a banner: open',
  ]);
  expect(stops.slice(0, 4).filter(({ ring }) => !ring)).toEqual([]);
});

test('R62 R63 the keyboard reaches every control of the preferences and stays in them', async ({
  page,
  world,
}) => {
  await show(page, world, 'preferences', 'answered');
  const names = (await walk(page)).map(({ name }) => name);

  for (const name of [
    'button Close',
    'input Allow Statistics',
    'input Allow Advertising',
    'input I object Research',
    'input Always on Signing in',
    'summary More about this',
    'summary What is on this device now',
    'button Accept all',
    'button Reject all',
    'button Save choice',
    'button Withdraw consent',
  ])
    expect(names).toContain(name);
  expect(names.filter((name) => name.startsWith('a preferences:'))).toEqual([]);
});

test('R62 the keyboard goes through the opt-out page and out of it', async ({ page, world }) => {
  await show(page, world, 'opt-out', 'answered');
  const stops = await walk(page, 60);
  const names = stops.map(({ name }) => name);

  for (const name of [
    'input Allow Statistics',
    'button No marketing at all',
    'button Download receipt',
    'a See my data',
    'a Autoriteit Persoonsgegevens',
  ])
    expect(names).toContain(name);
  expect(stops.filter(({ name, ring }) => /^(button|input|summary)/.test(name) && !ring)).toEqual(
    [],
  );
});

test('R59 what a screen reader is told of the banner', async ({ page, world }) => {
  await show(page, world, 'banner');

  await expect(page.locator(rootOf('banner'))).toMatchAriaSnapshot(`
    - dialog "Your choice about cookies":
      - heading "Your choice about cookies" [level=2]
      - paragraph: /Grachtenbank N\\.V\\. asks for your consent/
      - list:
        - listitem:
          - strong: Statistics
          - text: /We count/
        - listitem:
          - strong: Advertising
          - text: /We measure/
      - paragraph: /change or withdraw your choice at any time/
      - link "Privacy statement of Grachtenbank N.V."
      - button "Accept"
      - button "Reject"
      - button "Settings"
  `);
});

test('R59 what a screen reader is told of the preferences', async ({ page, world }) => {
  await show(page, world, 'preferences');

  await expect(page.locator(`${rootOf('preferences')} dialog`)).toMatchAriaSnapshot(`
    - dialog "Your privacy choices":
      - heading "Your privacy choices" [level=2]
      - button "Close"
      - group "Your privacy choices":
        - list:
          - listitem:
            - heading "Statistics" [level=3]
            - switch "Allow Statistics"
            - paragraph
            - paragraph: "Legal basis: your consent."
            - group: More about this
          - listitem:
            - heading "Advertising" [level=3]
            - switch "Allow Advertising"
          - listitem:
            - heading "Research" [level=3]
            - switch "I object Research"
          - listitem:
            - heading "Signing in" [level=3]
            - switch "Always on Signing in" [checked] [disabled]
            - paragraph
            - paragraph: /Without this cookie you cannot sign in/
      - button "Accept all"
      - button "Reject all"
      - button "Save choice"
  `);
});

test('R59 what a screen reader is told of a held frame and of the small button', async ({
  page,
  world,
}) => {
  await show(page, world, 'embed');
  await expect(page.frameLocator('iframe').locator('body')).toMatchAriaSnapshot(`
    - region "Film":
      - heading "Film" [level=2]
      - paragraph: /Google Ireland Ltd\\. would receive your IP address/
      - button "Show once"
      - button "Always show"
  `);

  await show(page, world, 'reopen', 'answered');
  await expect(page.locator(rootOf('reopen'))).toMatchAriaSnapshot(`
    - region "Privacy choices":
      - button "Privacy choices"
  `);
});

test('R59 what a screen reader is told of the opt-out page', async ({ page, world }) => {
  await show(page, world, 'opt-out', 'answered');

  await expect(page.locator(rootOf('opt-out'))).toMatchAriaSnapshot(`
    - region "Your privacy choices at Grachtenbank N.V.":
      - heading "Your privacy choices at Grachtenbank N.V." [level=2]
      - paragraph: Below is what you have chosen.
      - paragraph: /You are not signed in/
      - list:
        - listitem:
          - heading "Statistics" [level=3]
          - switch "Allow Statistics"
        - listitem:
          - heading "Advertising" [level=3]
          - switch "Allow Advertising"
        - listitem:
          - heading "Research" [level=3]
          - switch "I object Research"
        - listitem:
          - heading "Signing in" [level=3]
          - switch "Always on Signing in" [checked] [disabled]
      - button "Accept all"
      - button "Reject all"
      - button "Save choice"
      - button "Withdraw consent"
      - paragraph:
        - button "No marketing at all"
      - status
      - group: What is on this device now
      - heading "What you chose before" [level=3]
      - table:
        - rowgroup:
          - row "Date Purpose Answer":
            - columnheader "Date"
            - columnheader "Purpose"
            - columnheader "Answer"
        - rowgroup:
          - row /Statistics refused/
          - row /Advertising refused/
      - paragraph:
        - button "Download receipt"
      - heading "Your rights" [level=3]
      - list:
        - listitem:
          - link "See my data"
        - listitem:
          - link "Correct my data"
      - paragraph: /Grachtenlab B\\.V\\. decides about/
      - paragraph:
        - link "Autoriteit Persoonsgegevens"
  `);
});

test('R59 what a screen reader is told of a notice', async ({ page, world }) => {
  await show(page, world, 'notice', 'told');

  await expect(page.locator(rootOf('notice'))).toMatchAriaSnapshot(`
    - region "What has changed":
      - heading "What has changed" [level=2]
      - list:
        - listitem: "Changed: Statistics"
        - listitem: "New or wider: Fraud"
      - link "Privacy statement of Grachtenbank N.V."
      - button "Close"
      - button "Settings"
  `);
});

test('R59 the demo pages, with what we show on them, keep every rule that Lighthouse weighs', async ({
  page,
  world,
}) => {
  for (const [path, surface] of [
    ['/', banner],
    ['/hypotheek', banner],
    ['/contact', banner],
    ['/opt-out', '[data-sluis=opt-out] [data-sluis-action=save]'],
    ['/gallery', 'iframe'],
  ] as const) {
    await page.goto(world.url(path));
    await page.locator(surface).first().waitFor();
    expect.soft(await axeFindings(page, 'html', lighthouseRules), path).toEqual([]);
  }
});

test('R65 every control is at least 24 px wide and high, and the main ones 44', async ({
  page,
  world,
}) => {
  await page.setViewportSize({ width: 360, height: 640 });
  for (const [surface, state] of [
    ['banner', 'open'],
    ['preferences', 'details'],
    ['opt-out', 'open'],
    ['reopen', 'answered'],
    ['notice', 'told'],
  ] as const) {
    await show(page, world, surface, state);
    const small = await page.evaluate((selector) => {
      const host = document.querySelector(selector);
      const all = [
        ...(host?.querySelectorAll('a,button') ?? []),
        ...(host?.shadowRoot?.querySelectorAll('button,label,summary,.rights a') ?? []),
      ];
      return all
        .filter((one) => one.checkVisibility())
        .flatMap((one) => {
          const { width, height } = one.getBoundingClientRect();
          const least = one.localName === 'button' ? 44 : 24;
          return height < least || width < 24
            ? [`${one.localName} ${one.textContent} ${height}`]
            : [];
        });
    }, rootOf(surface));
    expect(small).toEqual([]);
  }
});

test('R61 with the text spacing of WCAG 1.4.12 nothing is cut off', async ({ page, world }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await show(page, world, 'preferences', 'details');
  const cut = await page.evaluate((selector) => {
    const root = document.querySelector(selector)?.shadowRoot;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}',
    );
    root?.adoptedStyleSheets.push(sheet);
    return [...(root?.querySelectorAll('p,dd,dt,h2,h3,button,label') ?? [])]
      .filter((one) => one.checkVisibility() && one.scrollWidth > one.clientWidth + 1)
      .map((one) => one.textContent);
  }, rootOf('preferences'));

  expect(cut).toEqual([]);
});

test('R70 nothing moves where less motion is asked for', async ({ page, world }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const surface of ['banner', 'preferences', 'opt-out']) {
    await show(page, world, surface);
    const moving = await page.evaluate((selector) => {
      const host = document.querySelector(selector);
      const all = [
        host,
        ...(host?.children ?? []),
        ...(host?.shadowRoot?.querySelectorAll('*') ?? []),
      ];
      return all
        .filter((one): one is Element => !!one)
        .filter((one) =>
          ['', '::before'].some((part) => {
            const { transitionDuration, animationName } = getComputedStyle(one, part);
            return transitionDuration !== '0s' || animationName !== 'none';
          }),
        ).length;
    }, rootOf(surface));
    expect(moving).toBe(0);
  }
});

test('R68 the way back stands at the same place on every page', async ({ page, world }) => {
  const places: unknown[] = [];
  for (const state of ['answered', 'answered']) {
    await show(page, world, 'reopen', state);
    places.push(await page.locator(`${rootOf('reopen')} button`).boundingBox());
    await page.evaluate(() => (document.body.style.height = '4000px'));
    await page.evaluate(() => scrollTo(0, 2000));
    places.push(await page.locator(`${rootOf('reopen')} button`).boundingBox());
  }

  expect(new Set(places.map((one) => JSON.stringify(one))).size).toBe(1);
});
