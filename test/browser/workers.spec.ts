import type { Page } from '@playwright/test';
import { banner, expect, gatedPage, press, settle, test, type World } from './bank-test.ts';
import { oneService } from './one-service.ts';

const config = oneService({ id: 'insight', hosts: ['insight.example'], storage: ['insight_*'] });

/** A worker that knows no address: it is told where to send, and says what came of it. */
const serve = `
  const take = ({ data: [how, address] }, reply) => {
    const say = (word) => reply([how, address, word]);
    const ways = {
      fetch: () => fetch(address, { mode: 'no-cors' }).then(() => say('sent'), (e) => say(e.name)),
      xhr: () => { const x = new XMLHttpRequest(); x.open('GET', address); x.onload = () => say('sent'); x.onerror = () => say('failed'); x.send(); },
      socket: () => { const s = new WebSocket(address); s.onerror = () => say('failed'); self.kept = s; },
      source: () => { const s = new EventSource(address); s.onerror = () => s.close(); self.kept = s; },
      scripts: () => { try { importScripts(address); say('sent'); } catch (e) { say(e.name); } },
      place: () => say(location.href + ' ' + self.name),
      database: () => { const r = indexedDB.open(address); r.onsuccess = () => { r.result.close(); say('open'); }; r.onerror = () => say('failed'); },
      cache: () => caches.open(address).then(() => say('open'), () => say('failed')),
      timer: () => setInterval(() => fetch(address, { mode: 'no-cors' }).catch(() => {}), 5),
    };
    ways[how]();
  };`;
const own = `${serve}
  if (self.onconnect === undefined) self.onmessage = (event) => take(event, (word) => self.postMessage(word));
  else self.onconnect = ({ ports: [port] }) => { port.onmessage = (event) => take(event, (word) => port.postMessage(word)); };`;
const nest = (make: string): string =>
  `const inner = ${make}; inner.onmessage = ({ data }) => postMessage(data); onmessage = ({ data }) => inner.postMessage(data);`;
const blobOf = (code: string, type = 'text/javascript'): string =>
  `URL.createObjectURL(new Blob([${JSON.stringify(code)}], { type: '${type}' }))`;

/** How a page starts one, each to be held to the same. */
const kinds: Readonly<Record<string, string>> = {
  'a blob': `new Worker(${blobOf(own)})`,
  'a blob that is revoked at once': `(() => { const u = ${blobOf(own)}; const w = new Worker(u); URL.revokeObjectURL(u); return w; })()`,
  'a blob without a script type': `new Worker(${blobOf(own, 'text/plain')})`,
  'a blob as a module': `new Worker(${blobOf(own)}, { type: 'module' })`,
  'a blob as a shared worker': `new SharedWorker(${blobOf(own)})`,
  'an own script': `new Worker('/own.js', { name: 'counter' })`,
  'an own module': `new Worker(new URL('/own.js', location), { type: 'module' })`,
  'an own module that imports': `new Worker('importing.js', { type: 'module' })`,
  'an own shared worker': `new SharedWorker('/own.js')`,
  'an own shared module': `new SharedWorker('/own.js', { type: 'module' })`,
  'a blob within a blob': `new Worker(${blobOf(nest(`new Worker(${blobOf(own)})`))})`,
  'an own script within an own script': `new Worker('/nesting.js')`,
  'the first of two that are made at once': `(() => { const one = new Worker('/own.js'); new Worker('/own.js'); return one; })()`,
  'the constructor of a blank frame': `(() => { const f = document.createElement('iframe'); document.body.append(f); return new f.contentWindow.Worker('/own.js'); })()`,
};

async function open(page: Page, world: World, make: string): Promise<void> {
  world.page('/own.js', own);
  world.page('/importing.js', `import './own.js';`);
  world.page('/nesting.js', nest(`new Worker('own.js')`));
  world.page('/counted.js', '');
  world.page(
    '/workers',
    gatedPage(
      config,
      `<script>
        const heard = [];
        let waiting = () => {};
        const made = ${make};
        const port = made.port ?? made;
        port.onmessage = ({ data }) => { heard.push(data); waiting(); };
        made.onerror = (event) => { heard.push(['error', '', event.message]); waiting(); };
        const tell = (how, address) => port.postMessage([how, address]);
        const hear = async (how, address) => {
          for (;;) {
            const found = heard.findIndex(([one, at]) => one === 'error' || (one === how && at === address));
            if (found >= 0) return heard.splice(found, 1)[0][2];
            await new Promise((done) => { waiting = done; });
          }
        };
      </script>`,
    ),
  );
  await page.goto(world.url('/workers'));
  await page.locator(banner).waitFor();
}

/** Tells the worker, and does not wait. */
const tell = (page: Page, how: string, address: string): Promise<void> =>
  page.evaluate(`tell('${how}', '${address}')`);
const hear = (page: Page, how: string, address: string): Promise<string> =>
  page.evaluate(`hear('${how}', '${address}')`);
const ask = async (page: Page, how: string, address: string): Promise<string> => {
  await tell(page, how, address);
  return hear(page, how, address);
};

/** The site's own address, asked by the worker itself: what it sent before has arrived by then. */
async function fence(page: Page, world: World): Promise<void> {
  for (let round = 0; round < 3; round++)
    await ask(page, 'fetch', `${world.url('/counted.js')}?${Math.random()}`);
}

/** What the vendor got under a folder of the test's own: an earlier page may still have had something on its way. */
const seen = (world: World, folder: string): string[] =>
  world.vendors
    .requests()
    .flatMap(({ path }) => (path.startsWith(folder) ? [path.slice(folder.length)] : []));

for (const [index, [kind, make]] of Object.entries(kinds).entries()) {
  test(`R01 R17 ${kind} sends nothing before the answer, then once, and nothing after a withdrawal`, async ({
    page,
    world,
  }) => {
    const folder = `/kind-${index}`;
    const vendor = `https://collect.insight.example${folder}`;
    await open(page, world, make);

    await tell(page, 'fetch', `${vendor}/early`);
    await fence(page, world);
    expect(seen(world, folder)).toEqual([]);

    await press(page, 'accept');
    expect(await hear(page, 'fetch', `${vendor}/early`)).toBe('sent');
    expect(await ask(page, 'fetch', `${vendor}/second`)).toBe('sent');
    expect(seen(world, folder)).toEqual(['/early', '/second']);

    await tell(page, 'timer', `${vendor}/tick`);
    await expect.poll(() => seen(world, folder).includes('/tick')).toBe(true);
    await page.evaluate(() => window.sluis?.withdraw('analytics'));
    await fence(page, world);
    world.vendors.reset();
    expect(await ask(page, 'fetch', `${vendor}/late`)).toBe('TypeError');
    expect(await ask(page, 'xhr', `${vendor}/late`)).toBe('failed');
    await fence(page, world);
    expect(seen(world, folder)).toEqual([]);

    await page.evaluate(() => window.sluis?.open());
    await press(page, 'accept', '[data-sluis=preferences]');
    await expect.poll(() => ask(page, 'fetch', `${vendor}/again`)).toBe('sent');
  });
}

test('R01 R02 a data address whose text has a held address waits as a whole, and then runs', async ({
  page,
  world,
}) => {
  const folder = '/kind-data';
  const text = `onmessage = ({ data: [how, address] }) => fetch('https://collect.insight.example${folder}/literal', { mode: 'no-cors' }).then(() => postMessage([how, address, 'sent']), (e) => postMessage([how, address, e.message]))`;
  await open(
    page,
    world,
    `new Worker('data:text/javascript,' + encodeURIComponent(${JSON.stringify(text)}))`,
  );
  await tell(page, 'fetch', 'literal');
  await settle(page);
  expect(seen(world, folder)).toEqual([]);

  await press(page, 'accept');

  expect(await hear(page, 'fetch', 'literal')).toBe('sent');
  expect(seen(world, folder)).toEqual(['/literal']);
});
