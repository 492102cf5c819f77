import { expect, test } from '@playwright/test';
import { config } from '../../demo/bank/config.mjs';
import { startWorld } from '../../demo/world.mjs';
import { gatedPage } from './bank-test.ts';
import { createTunnel, type Tunnel } from './engines/create-tunnel.ts';
import type { DrivenEngine, DrivenPage } from './engines/driven-page.ts';
import { findFirefox, findWebKitGtk } from './engines/find-engines.mjs';
import { launchFirefox } from './engines/firefox.ts';
import { launchWebKitGtk } from './engines/web-kit-gtk.ts';

type World = Awaited<ReturnType<typeof startWorld>>;

/** Both fetch what stands in the HTML before any script can stop it: see the README's Browsers. */
const inMarkup = ['www.googletagmanager.com/gtag/js', 'pixel.adnet.example/view.gif'];

const firefox = findFirefox();
const webKitGtk = findWebKitGtk();
const launches = {
  Firefox: firefox && (() => launchFirefox(firefox, world.port)),
  WebKitGTK: webKitGtk && (() => launchWebKitGtk(webKitGtk, tunnel.port)),
};

let world: World;
let tunnel: Tunnel;
let engine: DrivenEngine;
let page: DrivenPage;

test.beforeAll(async () => {
  world = await startWorld({ names: 'real', log: { write: () => {} } });
  tunnel = await createTunnel(world.port);
});
test.afterAll(async () => {
  await tunnel?.close();
  await world?.close();
});

/** When it resolves, what the page was going to send by then has arrived. WebKit has no idle callback. */
const settled = `(async () => {
  const idle = self.requestIdleCallback ?? ((done) => setTimeout(done, 20));
  for (let round = 0; round < 5; round++) {
    await new Promise(requestAnimationFrame);
    await new Promise((done) => idle(done));
    await fetch('/sluis/head.js?' + Math.random()).then((response) => response.text());
  }
})()`;

const banner = '[data-sluis=banner]';
const hasBanner = (): Promise<unknown> => page.evaluate(`!!document.querySelector('${banner}')`);
const press = (action: string): Promise<void> =>
  page.click(`${banner} [data-sluis-action=${action}]`);
const cookies = (): Promise<unknown> =>
  page.evaluate(
    `document.cookie.split('; ').filter(Boolean).map((one) => one.split('=')[0]).sort()`,
  );

const received = (): readonly string[] =>
  world.vendors.requests().map(({ host, path }) => `${host}${path}`);
const beyondMarkup = (): readonly string[] =>
  received().filter((address) => !inMarkup.includes(address));

async function visit(path: string): Promise<void> {
  await page.go(world.url(path));
  await page.evaluate(settled);
}

for (const [name, launch] of Object.entries(launches)) {
  if (!launch) continue;

  test.describe(name, () => {
    // Each visitor gets a browser of its own, and Firefox takes its time to start.
    test.describe.configure({ timeout: 180_000 });
    test.beforeEach(async () => {
      engine = await launch();
      page = await engine.open('about:blank');
      world.vendors.reset();
    });
    test.afterEach(() => engine.close());

    test(`S01 R20 ${name}: before an answer nothing is stored, and nothing leaves but what stands in the HTML`, async () => {
      await visit('/');

      expect(await hasBanner()).toBe(true);
      expect(beyondMarkup()).toEqual([]);
      expect(await cookies()).toEqual([]);
      expect(await page.evaluate(`Object.keys(localStorage)`)).toEqual([]);
    });

    test(`R09 ${name}: a refusal holds, in the page and on the next, where it is not asked again`, async () => {
      await visit('/');
      await press('refuse');
      await visit('/contact');

      expect(await hasBanner()).toBe(false);
      expect(beyondMarkup()).toEqual([]);
      expect(await cookies()).toEqual(['sluis']);
    });

    test(`${name}: after accept every vendor receives its own, in the page, and the server the decision`, async () => {
      await visit('/');
      await page.evaluate(`void (self.synced = new Promise((done) =>
        sluis.on('synced', () => done(true))))`);
      await press('accept');

      await expect
        .poll(received)
        .toEqual(
          expect.arrayContaining([
            ...inMarkup,
            'www.googletagmanager.com/gtm.js',
            'www.google-analytics.com/g/collect',
            'connect.facebook.net/en_US/fbevents.js',
            'www.facebook.com/tr/',
            'collect.insight.example/beacon',
            'collect.insight.example/fetch',
            'collect.insight.example/xhr',
            'www.youtube.com/embed/dGVzdGFwcA0',
          ]),
        );
      expect(await page.evaluate('self.synced')).toBe(true);
      expect(await hasBanner()).toBe(false);
    });

    // Firefox takes no import map after the first import, and the head imports the desk.
    test(`S01 ${name}: an import map of the page's own works while the question is asked`, async () => {
      world.page(
        '/import-map',
        gatedPage(
          config,
          '<script type="module">import value from "own"; document.title = value</script>',
          '<script type="importmap">{ "imports": { "own": "data:text/javascript,export default `mapped`" } }</script>',
        ),
      );
      await visit('/import-map');

      expect(await page.evaluate('document.title')).toBe('mapped');
      expect(await hasBanner()).toBe(true);
    });

    test(`R17 S30 ${name}: withdrawal stops what runs, leaving beacons included, and clears its cookies`, async () => {
      await visit('/');
      await press('accept');
      await expect.poll(cookies).toEqual(expect.arrayContaining(['_fbp', '_ga']));

      await page.evaluate('sluis.withdraw().then(() => 0)');
      await page.evaluate(settled);
      world.vendors.reset();
      await page.evaluate(`(() => {
        gtag('event', 'late');
        fbq('track', 'Late');
        document.cookie = '_ga=again; path=/';
        navigator.sendBeacon('https://collect.insight.example/late');
        new Image().src = 'https://pixel.adnet.example/late.gif';
      })()`);
      await visit('/contact');

      expect(beyondMarkup()).toEqual([]);
      expect(await cookies()).toEqual(['sluis']);
    });
  });
}
