import type { Page } from '@playwright/test';
import { banner, expect, gatedPage, press, settle, test, type World } from './bank-test.ts';
import { oneService } from './one-service.ts';

const config = oneService({
  id: 'insight',
  hosts: ['insight.example'],
  cookies: ['in_*'],
  storage: ['insight_*'],
});

async function open(page: Page, world: World): Promise<void> {
  world.page('/storage', gatedPage(config, ''));
  await page.goto(world.url('/storage'));
  await page.locator(banner).waitFor();
}

async function accept(page: Page): Promise<void> {
  await press(page, 'accept');
  await settle(page);
}

/** What a page can ask of its storage, each with what it was told. */
const questions = `(() => {
  const questions = {
    'Object.keys': () => Object.keys(localStorage).sort(),
    'for in': () => { const all = []; for (const key in localStorage) all.push(key); return all.sort(); },
    'JSON.stringify': () => [JSON.stringify(localStorage), JSON.stringify({ ...localStorage })],
    in: () => ['a' in localStorage, 'none' in localStorage, 'getItem' in localStorage, localStorage.hasOwnProperty('a')],
    reading: () => [localStorage.a, localStorage['b'], localStorage.none, localStorage.getItem('b'), localStorage.length, localStorage.key(9)],
    kind: () => [localStorage instanceof Storage, String(localStorage), localStorage.constructor === Storage],
    identity: () => [localStorage === window.localStorage, localStorage === sessionStorage, localStorage.getItem === Storage.prototype.getItem],
    descriptor: () => Object.getOwnPropertyDescriptor(localStorage, 'a'),
    delete: () => [delete localStorage.a, delete localStorage.none, localStorage.getItem('a')],
    defineProperty: () => [Reflect.defineProperty(localStorage, 'd', { value: '4' }), localStorage.d],
    Reflect: () => [Reflect.set(localStorage, 'e', 5), localStorage.e, Reflect.deleteProperty(localStorage, 'e'), localStorage.e],
    assign: () => Object.assign(localStorage, { f: 6 }).f,
    'a borrowed method': () => [Storage.prototype.setItem.call(localStorage, 'g', 7), Storage.prototype.getItem.call(localStorage, 'g')],
    'a borrowed getter': () => Object.getOwnPropertyDescriptor(Storage.prototype, 'length').get.call(localStorage),
    'a call on nothing': () => { const { getItem } = localStorage; return getItem('g'); },
    'too few arguments': () => localStorage.setItem('x'),
    'a value too large': () => { localStorage.large = 'x'.repeat(2e7); },
    'a symbol': () => { const key = Symbol('key'); localStorage[key] = 3; return localStorage[key]; },
    'a new event': () => { const event = new StorageEvent('storage', { key: 'k', newValue: 'n', storageArea: localStorage }); return [event.storageArea === localStorage, event.key, event.newValue, event.oldValue, event.bubbles, event instanceof StorageEvent]; },
    'an event that does not say': () => [new StorageEvent('storage').storageArea, new StorageEvent('storage', { key: 'k' }).key],
    'an event of something else': () => new StorageEvent('storage', { storageArea: {} }),
    'an event of old': () => { const event = document.createEvent('StorageEvent'); event.initStorageEvent('storage', false, false, 'k', 'o', 'n', 'u', localStorage); return [event.key, event.storageArea === localStorage]; },
    'a blank frame': () => { const frame = document.createElement('iframe'); document.body.append(frame); const inside = frame.contentWindow; inside.localStorage.own = 1; return [localStorage.own, Storage.prototype.getItem.call(inside.localStorage, 'own'), inside.Storage.prototype.getItem.call(localStorage, 'own'), inside.localStorage instanceof inside.Storage]; },
    clear: () => [localStorage.clear(), localStorage.length, localStorage.count = (localStorage.count || 0) + 1, sessionStorage.count],
  };
  localStorage.clear();
  localStorage.setItem('a', 1);
  localStorage.b = 2;
  return Object.fromEntries(Object.entries(questions).map(([name, ask]) => {
    try { return [name, ask() ?? null]; } catch ({ name: error, message }) { return [name, error + message]; }
  }));
})()`;

test.describe('web storage', () => {
  test('R14 storage answers a page as it does without the gate', async ({ page, world }) => {
    world.page('/ungated', '<!doctype html><title>Ungated</title><body>');
    await page.goto(world.url('/ungated'));
    const native = await page.evaluate(questions);
    await open(page, world);

    const gated = await page.evaluate(questions);

    expect(gated).toEqual(native);
  });

  test('R14 an event from another tab names the storage that the page holds', async ({
    page,
    world,
    context,
  }) => {
    await open(page, world);
    const heard = page.evaluate(
      () =>
        new Promise((done) =>
          addEventListener('storage', ({ storageArea, key }) =>
            done([key, storageArea === localStorage]),
          ),
        ),
    );
    const other = await context.newPage();
    await open(other, world);

    await other.evaluate(`localStorage.own = 1`);

    expect(await heard).toEqual(['own', true]);
  });

  test('R20 what is written as a property waits, and the last value comes after the answer', async ({
    page,
    world,
  }) => {
    await open(page, world);
    const held = await page.evaluate(() => {
      localStorage.insight_a = '1';
      localStorage.insight_a = '2';
      sessionStorage.insight_a = '3';
      Object.assign(localStorage, { insight_b: '4', own: '5' });
      Object.defineProperty(localStorage, 'insight_c', { value: '6' });
      localStorage.insight_tried = '7';
      delete localStorage.insight_tried;
      return [{ ...localStorage }, { ...sessionStorage }];
    });

    await accept(page);

    expect(held).toEqual([{ own: '5' }, {}]);
    const [local, session] = await page.evaluate(() => [
      { ...localStorage },
      { ...sessionStorage },
    ]);
    expect(local).toEqual({ insight_a: '2', insight_b: '4', insight_c: '6', own: '5' });
    expect(session).toEqual({ insight_a: '3' });
  });

  test('R20 a tracker that writes its names again and again pushes out no hit', async ({
    page,
    world,
    context,
  }) => {
    await open(page, world);
    await page.evaluate(() => {
      for (let turn = 0; turn < 150; turn++) {
        document.cookie = `in_turn=${turn}; path=/; expires=${new Date(2e12 + turn * 1e3).toUTCString()}`;
        localStorage.setItem('insight_turn', String(turn));
        sessionStorage.insight_turn = turn;
      }
      void fetch('https://insight.example/early', { mode: 'no-cors' }).catch(() => {});
    });

    await accept(page);

    expect(world.vendors.requests().map(({ path }) => path)).toEqual(['/early']);
    expect(
      await page.evaluate(() => [localStorage.insight_turn, sessionStorage.insight_turn]),
    ).toEqual(['149', '149']);
    expect(await context.cookies()).toContainEqual(
      expect.objectContaining({ name: 'in_turn', value: '149' }),
    );
  });
});
