import { banner, expect, gatedPage, press, settle, test } from './bank-test.ts';
import { oneService } from './one-service.ts';
import { startVendorLines, type VendorLines } from './vendor-lines.ts';

const config = oneService({ id: 'lines', hosts: ['127.0.0.1'] });

let vendor: VendorLines;

test.beforeEach(async () => {
  vendor = await startVendorLines();
});

test.afterEach(() => vendor.close());

/** The vendor's code: opens every line that there is, and says how each ended. */
const code = (host: string): string => `<script>
  const at = (path) => 'http://${host}' + path;
  const ends = [];
  const pixels = []; // kept, so that it is not their disposal that keeps them silent
  function openLines() {
    window.socket = new WebSocket('ws://${host}/socket');
    window.source = new EventSource(at('/events'));
    window.peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:${host}' }] });
    fetch(at('/never')).catch((error) => ends.push('fetch ' + error.name));
    const request = new XMLHttpRequest();
    request.open('GET', at('/never?xhr'));
    request.onabort = () => ends.push('xhr abort');
    request.send();
  }
  function sendAll(path) {
    fetch(at(path), { mode: 'no-cors' }).catch(() => {});
    fetch(at(path), { mode: 'no-cors', keepalive: true }).catch(() => {});
    const request = new XMLHttpRequest();
    request.open('GET', at(path));
    request.send();
    navigator.sendBeacon(at(path), 'hit');
    pixels.push(Object.assign(new Image(), { src: at(path) }));
    new WebSocket('ws://${host}' + path);
    new EventSource(at(path)).onerror = function () { this.close(); };
    window.fetchLater?.(at(path));
  }
</script>`;

test('R17 a withdrawal ends what is open and under way, and nothing begins after it, leaving included', async ({
  page,
  world,
}) => {
  world.page('/lines', gatedPage(config, code(vendor.host)));
  await page.goto(world.url('/lines'));
  await page.locator(banner).waitFor();
  await press(page, 'accept');
  await expect.poll(() => page.evaluate(() => window.sluis?.allows('analytics'))).toBe(true);
  await page.evaluate('openLines()');
  await expect.poll(() => vendor.open()).toEqual(['/events', '/never', '/never', '/socket']);
  await page.evaluate(`
    window.fetchLater?.(at('/deferred'));
    let ticks = 0;
    setInterval(() => navigator.sendBeacon(at('/tick/' + ++ticks)), 20);
    sluis.on('change', () => { window.lastTick = ticks; });
    for (const type of ['pagehide', 'visibilitychange']) addEventListener(type, () => sendAll('/leaving'), true);
    0`);
  await expect.poll(() => vendor.seen.includes('/tick/1')).toBe(true);

  await page.evaluate(() => window.sluis?.withdraw('analytics'));

  await expect.poll(() => vendor.open()).toEqual([]);
  expect(await page.evaluate('ends.sort()')).toEqual(['fetch TypeError', 'xhr abort']);
  expect(
    await page.evaluate('[socket.readyState > 1, source.readyState, peer.connectionState]'),
  ).toEqual([true, 2, 'closed']);
  await settle(page);
  const lastTick: number = await page.evaluate('lastTick');
  vendor.seen.length = 0;
  await page.evaluate(`sendAll('/late'); try { socket.send('late'); } catch {}`);
  await page.goto(world.url('/contact'));
  await settle(page);
  // What was sent before the withdrawal may still have waited for a free connection.
  const isSentBefore = (path: string): boolean =>
    Number(/^\/tick\/(\d+)$/.exec(path)?.[1]) <= lastTick;
  expect(vendor.seen.filter((path) => !isSentBefore(path))).toEqual([]);
});

test('R17 R02 after a new grant in the same page each line opens again, and what was refused stays away', async ({
  page,
  world,
}) => {
  world.page('/lines', gatedPage(config, code(vendor.host)));
  await page.goto(world.url('/lines'));
  await page.locator(banner).waitFor();
  await press(page, 'refuse');
  await expect.poll(() => page.evaluate(() => window.sluis?.allows('analytics'))).toBe(false);
  await page.evaluate(`sendAll('/refused')`);
  await settle(page);

  await page.evaluate(() => window.sluis?.open());
  await press(page, 'accept', '[data-sluis=preferences]');
  await expect.poll(() => page.evaluate(() => window.sluis?.allows('analytics'))).toBe(true);
  await page.evaluate('openLines()');

  await expect.poll(() => vendor.open()).toEqual(['/events', '/never', '/never', '/socket']);
  expect(vendor.seen.filter((path) => path === '/refused')).toEqual([]);
});

test('R02 held calls come in once each and in their order; a deferred one leaves with the page', async ({
  page,
  world,
}) => {
  world.page('/lines', gatedPage(config, code(vendor.host)));
  await page.goto(world.url('/lines'));
  await page.locator(banner).waitFor();
  await page.evaluate(`
    const held = fetch(at('/one'));
    held.then((answer) => answer.text()).then((text) => ends.push(text));
    navigator.sendBeacon(at('/two'), 'hit');
    new Image().src = at('/three');
    0`);
  await settle(page);
  expect(vendor.seen).toEqual([]);

  await press(page, 'accept');

  await expect.poll(() => page.evaluate('ends.join()')).toBe('answer');
  await expect.poll(() => [...vendor.seen].sort()).toEqual(['/one', '/three', '/two']);
});

test('a Request that is allowed keeps its own settings', async ({ page, world }) => {
  world.page('/lines', gatedPage(config, code(vendor.host)));
  await page.goto(world.url('/lines'));
  await page.locator(banner).waitFor();
  await press(page, 'accept');
  await expect.poll(() => page.evaluate(() => window.sluis?.allows('analytics'))).toBe(true);

  const aborted = await page.evaluate(`(async () => {
    await fetch(new Request(at('/referrer'), { referrerPolicy: 'unsafe-url' }));
    const own = new AbortController();
    const sent = fetch(at('/never'), { signal: own.signal });
    own.abort(new RangeError('mine'));
    return sent.catch((error) => error.message);
  })()`);

  expect(vendor.seen).toContain(`/referrer ${world.url('/lines')}`);
  expect(aborted).toBe('mine');
});
