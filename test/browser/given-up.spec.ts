import type { Page } from '@playwright/test';
import { banner, expect, gatedPage, press, settle, test, type World } from './bank-test.ts';
import { oneService } from './one-service.ts';

const config = oneService({ id: 'insight', hosts: ['insight.example'] });

/** What a page does with `address`, and gives up once `gone` is called; `told` is what it heard of it. */
const requests: Readonly<Record<string, string>> = {
  'a GET': `fetch(address, { signal, mode: 'no-cors' })`,
  'a GET by a Request': `fetch(new Request(address, { signal, mode: 'no-cors' }))`,
  'a POST': `fetch(address, { signal, method: 'POST', mode: 'no-cors', body: 'hit' })`,
  'a POST, in small letters': `fetch(address, { signal, method: 'post', mode: 'no-cors', body: 'hit' })`,
  'a POST by a Request': `fetch(new Request(address, { signal, method: 'POST', mode: 'no-cors', body: 'hit' }))`,
  'a POST by a Request, its signal beside it': `fetch(new Request(address, { method: 'POST', mode: 'no-cors', body: 'hit' }), { signal })`,
};

async function open(page: Page, world: World): Promise<void> {
  world.page(
    '/given-up',
    gatedPage(
      config,
      `<script>
        var told = [], errors = [];
        addEventListener('unhandledrejection', ({ reason }) => errors.push(String(reason)));
        addEventListener('error', ({ message }) => errors.push(message));
        var hear = (sent) => sent.then(() => told.push('answered'), ({ name }) => told.push(name));
        var late = (signal) => new Promise((done) => signal.addEventListener('abort', () => setTimeout(done)));
        var address = 'https://insight.example/hit';
      </script>`,
    ),
  );
  await page.goto(world.url('/given-up'));
  await page.locator(banner).waitFor();
}

const heard = (page: Page): Promise<unknown> => page.evaluate('[told, errors]');
const received = (world: World): readonly string[] =>
  world.vendors.requests().map(({ method, path }) => `${method} ${path}`);

test.describe('a held request that its page gives up', () => {
  for (const [what, call] of Object.entries(requests)) {
    const reads = what.startsWith('a GET');

    test(`S01 ${what}: ${reads ? 'fails at once and is never sent' : 'waits on, and is sent once'}`, async ({
      page,
      world,
    }) => {
      await open(page, world);
      await page.evaluate(
        `(() => { const signal = AbortSignal.timeout(20); hear(${call}); return late(signal); })()`,
      );
      const before = await heard(page);

      await press(page, 'accept');
      await settle(page);

      expect(before).toEqual([reads ? ['TimeoutError'] : [], []]);
      expect(received(world)).toEqual(reads ? [] : ['POST /hit']);
      expect(await heard(page)).toEqual([reads ? ['TimeoutError'] : ['answered'], []]);
    });
  }

  test('S01 a POST that was given up is refused with the service, once', async ({
    page,
    world,
  }) => {
    await open(page, world);
    await page.evaluate(
      `(() => { const signal = AbortSignal.timeout(20); hear(${requests['a POST']}); return late(signal); })()`,
    );

    await press(page, 'refuse');
    await settle(page);

    expect(await heard(page)).toEqual([['TypeError'], []]);
    expect(received(world)).toEqual([]);
  });

  test('S01 with a signal that has fired before, nothing is ever sent', async ({ page, world }) => {
    await open(page, world);
    await page.evaluate(
      `(() => { const signal = AbortSignal.abort(); hear(${requests['a POST']}); hear(${requests['a GET by a Request']}); })()`,
    );

    await press(page, 'accept');
    await settle(page);

    expect(await heard(page)).toEqual([['AbortError', 'AbortError'], []]);
    expect(received(world)).toEqual([]);
  });

  test('S01 a signal that fires after the release still stops the request', async ({
    page,
    world,
  }) => {
    await open(page, world);
    await page.route('**/pending', () => {}); // never answered
    await page.evaluate(
      `var giver = new AbortController(); void hear(fetch('https://insight.example/pending', { signal: giver.signal, method: 'POST', mode: 'no-cors' }))`,
    );
    const sent = page.waitForRequest('**/pending');
    await press(page, 'accept');
    await sent;

    await page.evaluate('giver.abort()');
    await settle(page);

    expect(await heard(page)).toEqual([['AbortError'], []]);
  });

  test('S01 what was given up leaves its place to others', async ({ page, world }) => {
    await open(page, world);
    await page.evaluate(`(() => {
      const signal = AbortSignal.timeout(20);
      for (let turn = 0; turn < 200; turn++) hear(fetch(address, { signal, mode: 'no-cors' }));
      return late(signal);
    })()`);
    await page.evaluate(`void hear(fetch('https://insight.example/later', { mode: 'no-cors' }))`);

    await press(page, 'accept');
    await settle(page);

    expect(received(world)).toEqual(['GET /later']);
  });

  test('S01 the time-out of an XMLHttpRequest begins when it is sent', async ({ page, world }) => {
    await open(page, world);
    await page.evaluate(`new Promise((done) => {
      const request = new XMLHttpRequest();
      request.open('POST', address);
      request.timeout = 2000;
      for (const type of ['load', 'error', 'timeout', 'abort']) request.addEventListener(type, () => told.push(type));
      request.send('hit');
      setTimeout(done, 2100);
    })`);
    const before = await heard(page);

    await press(page, 'accept');
    await settle(page);

    expect(before).toEqual([[], []]);
    expect(received(world)).toEqual(['POST /hit']);
  });

  test('S01 an XMLHttpRequest that is aborted is never sent, and may be used again', async ({
    page,
    world,
  }) => {
    await open(page, world);
    await page.evaluate(`(() => {
      const request = new XMLHttpRequest();
      request.open('POST', address);
      request.send('hit');
      request.abort();
      request.open('POST', address + '/again');
      request.send('hit');
    })()`);

    await press(page, 'accept');
    await settle(page);

    expect(received(world)).toEqual(['POST /hit/again']);
    expect(await heard(page)).toEqual([[], []]);
  });
});

test('R01 what is refused and nobody catches is no error of the page, and its own errors are still told', async ({
  page,
  world,
}) => {
  const uncaught: string[] = [];
  page.on('pageerror', ({ message }) => uncaught.push(message));
  await open(page, world);
  await page.evaluate('void fetch(address)');
  await press(page, 'refuse');
  await page.evaluate(`
    void fetch(address);
    void Promise.reject(new TypeError('of the page'));`);
  await settle(page);

  await expect.poll(() => uncaught).toEqual(['of the page']);
  expect(await heard(page)).toEqual([[], ['TypeError: of the page']]);
  expect(received(world)).toEqual([]);
});
