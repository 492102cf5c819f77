import type { Page } from '@playwright/test';
import { axeFindings } from './axe-findings.ts';
import { banner, expect, gatedPage, test, type World } from './bank-test.ts';

const label = 'Ja, mail mij elke maand over "lagere" rentes & tips.';

const config = {
  controller: { name: 'Bank', contact: 'x@bank.example', policyUrl: '/privacy' },
  languages: ['nl', 'en'],
  backend: 'https://consent.grachtenbank.example',
  purposes: [
    {
      id: 'webinar',
      legalBasis: 'b',
      label: 'Webinar',
      text: 'Wij mailen u de link naar het webinar.',
      reason: 'Zonder adres kunnen wij u niet toelaten.',
    },
    {
      id: 'news',
      legalBasis: 'a',
      separate: true,
      marketing: true,
      label: { nl: 'Nieuwsbrief', en: 'Newsletter' },
      text: { nl: label, en: 'Yes, mail me.' },
    },
    { id: 'tips', legalBasis: 'f', label: 'Tips', text: 'Als klant krijgt u tips per mail.' },
  ],
};

const form = `<main><h1>Webinar</h1><form action="/thanks"><label>Mail <input name="mail" value="v@x.example"></label>
<sluis-consent purpose="webinar"></sluis-consent>
<sluis-consent purpose="news" checked><input type="checkbox" name="news" checked></sluis-consent>
<sluis-consent purpose="tips" name="no-tips"></sluis-consent>
<button>Meld mij aan</button></form></main>`;

const box = 'sluis-consent[purpose=news] input';

async function open(page: Page, world: World, body: string = form): Promise<void> {
  world.page('/sign-up', gatedPage(config, body));
  world.page('/thanks', gatedPage(config, '<h1>Dank u</h1>'));
  await page.goto(world.url('/sign-up'));
  await page.locator('sluis-consent label').first().waitFor();
}

async function signUp(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Meld mij aan' }).click();
  await page.waitForURL(/thanks/);
}

const history = (page: Page): Promise<readonly object[] | undefined> =>
  page.evaluate(() => window.sluis?.history());

test('S38 R05 the box of a form is never ticked by markup, script or an earlier yes; the service beside it has none', async ({
  page,
  world,
}) => {
  await open(page, world);
  await expect(page.locator(box)).not.toBeChecked();
  await expect(page.locator('sluis-consent[purpose=webinar] input')).toHaveCount(0);
  await expect(page.locator('sluis-consent[purpose=webinar]')).toContainText(
    'de link naar het webinar',
  );
  await expect(page.locator(banner)).toHaveCount(0); // asked here, and nowhere else
  expect(await axeFindings(page, 'main')).toEqual([]);

  await page.locator(box).evaluate((input: HTMLInputElement) => (input.checked = true));
  await signUp(page);
  expect(await history(page)).toEqual([]);

  await page.goBack();
  await page.locator(box).check();
  await signUp(page);
  await page.goto(world.url('/sign-up'));
  await expect(page.locator(box)).not.toBeChecked();
});

test('S38 S24 what a visitor ticks is recorded with the form, with the label to the letter, here and at the server', async ({
  page,
  world,
}) => {
  await open(page, world);
  await expect(page.locator('sluis-consent[purpose=news] label')).toHaveText(label);
  await page.getByLabel(label).check();
  await page.getByLabel('Ik maak bezwaar').check();
  await signUp(page);
  expect(new URL(page.url()).search).toContain('news=on&no-tips=on');

  await expect
    .poll(() => history(page))
    .toMatchObject([
      {
        method: 'form',
        language: 'nl',
        purposes: { news: { answer: 'granted' }, tips: { answer: 'objected' } },
      },
    ]);
  const receipt = await page.evaluate(() => window.sluis?.receipt());
  const { purposes } = JSON.parse(receipt?.policy ?? '');
  expect(purposes).toContainEqual(
    expect.objectContaining({ id: 'news', text: { nl: label, en: 'Yes, mail me.' } }),
  );
  await expect
    .poll(() => page.evaluate(async () => !!(await window.sluis?.receipt())?.acknowledgement))
    .toBe(true);
});

test('S38 what is not ticked is no answer; a tick that is taken back before the next submit is taken back', async ({
  page,
  world,
}) => {
  await open(page, world);
  await signUp(page);
  expect(await history(page)).toEqual([]);

  // The site's own script sends the form, and asks once more.
  await open(page, world, form.replace('<form', '<form onsubmit="return false"'));
  await page.locator(box).check();
  await page.getByRole('button', { name: 'Meld mij aan' }).click();
  await expect.poll(async () => (await history(page))?.length).toBe(1);
  await page.getByRole('button', { name: 'Meld mij aan' }).click();
  await page.locator(box).uncheck();
  await page.getByRole('button', { name: 'Meld mij aan' }).click();
  await expect
    .poll(() => history(page))
    .toMatchObject([
      { purposes: { news: { answer: 'granted' } } },
      { purposes: { news: { answer: 'withdrawn' } } },
    ]);
});

test('S38 a box that comes in later, the page in another language, and a purpose that nobody is asked', async ({
  page,
  world,
}) => {
  await open(page, world);
  await page.locator(box).check();
  await page.evaluate(() => (document.documentElement.lang = 'en'));
  await expect(page.locator('sluis-consent[purpose=news]')).toHaveText('Yes, mail me.');
  await expect(page.locator(box)).not.toBeChecked(); // other words than those that were ticked

  const told = page.waitForEvent('console', (one) => one.text().includes('G10'));
  await page.evaluate(() =>
    document.body.insertAdjacentHTML(
      'beforeend',
      '<form id="more"><sluis-consent purpose="news"></sluis-consent><sluis-consent purpose="nobody">Own words</sluis-consent></form>',
    ),
  );
  await expect(page.locator('#more input')).toHaveCount(1);
  await told;
  await expect(page.locator('[purpose=nobody]')).toHaveText('Own words');
});

test('S38 without JavaScript there is no box, so nothing is consented to', async ({
  browser,
  world,
}) => {
  world.page('/sign-up', gatedPage(config, form.replace(/<input type="checkbox"[^>]*>/, '')));
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(world.url('/sign-up'));
  await expect(page.getByRole('checkbox')).toHaveCount(0);
  await signUp(page);
  expect(new URL(page.url()).search).toBe('?mail=v%40x.example');
  await context.close();
});
