import type { Page } from '@playwright/test';
import { axeFindings } from './axe-findings.ts';
import { expect, gatedPage, settle, test, type World } from './bank-test.ts';

const config = {
  controller: { name: 'Bank', contact: 'x@bank.example', policyUrl: '/privacy' },
  languages: ['nl', 'en'],
  sensitivePaths: ['/arts'],
  purposes: [
    {
      id: 'chat',
      legalBasis: 'a',
      separate: true,
      label: 'Chat',
      text: 'Wij nemen de chat op om u te helpen en onze mensen te trainen.',
      retention: '4 weken',
      recipients: ['Chatbedrijf BV'],
      services: ['chat'],
    },
    {
      id: 'proof',
      legalBasis: 'c',
      label: 'Opname als bewijs',
      text: 'Wij nemen het gesprek op.',
      reason: 'De wet eist het (Wft).',
      retention: '7 jaar',
    },
  ],
  services: [{ id: 'chat', label: 'Chat', hosts: ['chat.example'], cookies: ['_chat'] }],
};

const widget = `<main><h1>Contact</h1><sluis-recorded purpose="chat" label="Chat met ons"><a href="tel:010">Bel ons</a>
<template><img alt="" src="https://www.chat.example/widget.gif"><script>
window.started = document.currentScript.dataset.recordedFor; document.cookie = '_chat=1';
</script></template></sluis-recorded></main>`;

async function open(
  page: Page,
  world: World,
  path = '/contact-chat',
  body = widget,
): Promise<void> {
  world.page(path, gatedPage(config, body));
  await page.goto(world.url(path));
}

const hits = (world: World): number =>
  world.vendors.requests().filter(({ host }) => host.endsWith('chat.example')).length;

test('S21 R60 a chat loads nothing until it is opened, says first what is recorded, and hands the purpose on', async ({
  page,
  world,
}) => {
  await open(page, world);
  await page.getByText('Chat met ons').waitFor();
  await expect(page.getByRole('link', { name: 'Bel ons' })).toBeHidden();
  await settle(page);
  expect(hits(world)).toBe(0);

  const told = page.evaluate(
    () =>
      new Promise((done) =>
        document.addEventListener('sluis-recorded', (event) => done((event as CustomEvent).detail)),
      ),
  );
  await page.getByText('Chat met ons').click();
  const notice = page.locator('sluis-recorded details');
  for (const words of [
    'om u te helpen',
    'uw toestemming',
    '4 weken',
    'Chatbedrijf BV',
    'uw IP-adres',
  ])
    await expect(notice).toContainText(words);
  expect(await axeFindings(page, 'main')).toEqual([]);
  await settle(page);
  expect([hits(world), await page.evaluate(() => 'started' in window)]).toEqual([0, false]);

  await page.getByRole('button', { name: 'Toestaan' }).click();
  expect(await told).toEqual({ purpose: 'chat' });
  await expect.poll(() => hits(world)).toBe(1);
  expect(await page.evaluate(() => Reflect.get(window, 'started'))).toBe('chat');
  await expect(page.locator('sluis-recorded img')).toHaveAttribute('data-recorded-for', 'chat');
  expect(await page.evaluate(() => window.sluis?.history())).toMatchObject([
    { method: 'embed', purposes: { chat: { answer: 'granted' } } },
  ]);
});

test('S21 S40 on the next page it is shown first again; after withdrawal nothing of it is left', async ({
  page,
  world,
}) => {
  await open(page, world);
  await page.getByText('Chat met ons').click();
  await page.getByRole('button', { name: 'Toestaan' }).click();
  await expect.poll(() => hits(world)).toBe(1);

  await page.reload();
  await page.getByText('Chat met ons').waitFor();
  await settle(page);
  expect(hits(world)).toBe(1);
  await page.evaluate(() => window.sluis?.withdraw('chat'));
  await expect
    .poll(async () => (await page.context().cookies()).map(({ name }) => name))
    .not.toContain('_chat');
});

test('S21 S24 what the law has recorded asks no consent, and says so before it starts', async ({
  page,
  world,
}) => {
  await open(page, world, '/call', widget.replace('"chat"', '"proof"').replace(/<img[^>]*>/, ''));
  await page.locator('summary').press('Enter');
  await expect(page.locator('sluis-recorded details')).toContainText('De wet eist het (Wft).');
  await page.getByRole('button', { name: 'Chat met ons' }).press('Enter');
  await expect.poll(() => page.evaluate(() => Reflect.get(window, 'started'))).toBe('proof');
  expect(await page.evaluate(() => window.sluis?.history())).toEqual([]);
  await expect(page.locator('sluis-recorded')).toBeFocused();
});

test('S21 S41 on a sensitive page, and without JavaScript, the other way is shown', async ({
  page,
  world,
  browser,
}) => {
  await open(page, world, '/arts');
  await settle(page);
  await expect(page.getByRole('link', { name: 'Bel ons' })).toBeVisible();

  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await open(plain, world);
  await expect(plain.getByRole('link', { name: 'Bel ons' })).toBeVisible();
  expect(hits(world)).toBe(0);
  await context.close();
});
