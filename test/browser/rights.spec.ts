import type { Page } from '@playwright/test';
import { expect, test, type World } from './bank-test.ts';

const root = '[data-sluis=opt-out]';

async function signIn(page: Page, world: World, user: string): Promise<void> {
  await page.evaluate((token) => window.sluis?.identify(token), await world.token(user));
}

/** The cases of a person, by the server itself. */
async function casesOf(world: World, user: string): Promise<readonly { right: string }[]> {
  const authorization = `Bearer ${await world.token(user)}`;
  const address = `http://127.0.0.1:${world.backend.port()}/v1/me/data`;
  const response = await fetch(address, { headers: { authorization } });
  return (await response.json()).cases;
}

test('S34 S48 who is signed in asks the bank itself, and the page shows the number of the case and the last day', async ({
  page,
  world,
}) => {
  await page.goto(world.url('/opt-out'));
  const access = page.locator(`${root} [data-sluis-right=access]`);
  await expect(access.locator('a')).toHaveAttribute('href', /^mailto:/);

  await signIn(page, world, 'rights');
  await access.locator('button').first().click();

  const told = page.locator(`${root} [data-sluis-request]`);
  await expect(told).toContainText(/heeft nummer \d{4}-\d\d-\d\d-[2-9A-Z]{8}\. Uiterlijk op \d/);
  const cases = await casesOf(world, 'rights');
  expect(cases).toMatchObject([{ right: 'access', channel: 'page' }]);
  await expect(told).toContainText(String(Object(cases[0]).number));

  await page.evaluate(() => window.sluis?.signOut());
  await expect(access.locator('a')).toHaveAttribute('href', /^mailto:/);
  await expect(told).toHaveCount(0);
});

test('S34 what somebody writes goes with the request, and what was asked is listed at the next visit', async ({
  page,
  world,
}) => {
  await page.goto(world.url('/opt-out'));
  await page.locator(`${root} [data-sluis-right=rectification] a`).waitFor();
  await signIn(page, world, 'words');
  await page.locator(`${root} textarea`).fill('Mijn naam is met een é.');
  await page.locator(`${root} [data-sluis-right=rectification] button`).click();
  const told = page.locator(`${root} [data-sluis-request]`);
  await expect(told).toContainText(/^Mijn gegevens verbeteren\. .* heeft nummer /);
  await expect(page.locator(`${root} textarea`)).toHaveValue('');
  const sentence = await told.textContent();

  await page.reload();
  await page.locator(`${root} [data-sluis-right=access]`).first().waitFor();
  await expect(told).toHaveCount(0);
  await signIn(page, world, 'words');

  await expect(told).toHaveText(sentence ?? '');
  expect(await casesOf(world, 'words')).toMatchObject([{ text: 'Mijn naam is met een é.' }]);
});

test('S34 while the server is away a request is not sent, and the page names the other way', async ({
  page,
  world,
}) => {
  await page.goto(world.url('/opt-out'));
  await page.locator(`${root} [data-sluis-right=access]`).first().waitFor();
  await signIn(page, world, 'away');
  await world.backend.stop();
  await page.locator(`${root} [data-sluis-right=erasure] button`).first().click();

  await expect(page.locator(`${root} [data-sluis-request]`)).toContainText('is niet verstuurd');
});
