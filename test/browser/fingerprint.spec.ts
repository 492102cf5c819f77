import { expect, gatedPage, press, settle, test } from './bank-test.ts';
import { oneService } from './one-service.ts';

/** By what a browser is told apart: of each prototype the getters and methods that give it away. */
const revealing: Readonly<Record<string, readonly string[]>> = {
  Navigator: [
    'userAgent',
    'userAgentData',
    'platform',
    'vendor',
    'plugins',
    'mimeTypes',
    'hardwareConcurrency',
    'deviceMemory',
    'maxTouchPoints',
    'languages',
    'connection',
    'mediaDevices',
    'getBattery',
    'webdriver',
  ],
  Screen: ['width', 'height', 'availWidth', 'availHeight', 'colorDepth', 'pixelDepth'],
  HTMLCanvasElement: ['getContext', 'toDataURL', 'toBlob'],
  OffscreenCanvas: ['getContext', 'convertToBlob'],
  BaseAudioContext: ['createOscillator', 'createDynamicsCompressor', 'sampleRate'],
  Document: ['fonts'],
  'Intl.DateTimeFormat': ['resolvedOptions'],
};

test('R23 nothing by which a browser is told apart is read, neither before the answer nor after it', async ({
  page,
  world,
}) => {
  await page.addInitScript((all: typeof revealing) => {
    const read: string[] = [];
    Object.assign(window, { read });
    for (const [owner, names] of Object.entries(all)) {
      const { prototype } = owner
        .split('.')
        .reduce((found, part) => Object(found)[part], Object(window));
      for (const name of names) {
        const { get, value } = Object.getOwnPropertyDescriptor(prototype, name) ?? {};
        Object.defineProperty(prototype, name, {
          configurable: true,
          get() {
            read.push(`${owner} ${name}`);
            return get ? get.call(this) : value;
          },
        });
      }
    }
  }, revealing);
  world.page(
    '/fingerprint',
    gatedPage(oneService({ id: 'insight', hosts: ['insight.example'] }), ''),
  );
  const read = (): Promise<readonly string[]> => page.evaluate(() => Object(window).read);

  await page.goto(world.url('/fingerprint'));
  await press(page, 'settings');
  await page.locator('[data-sluis=preferences] dialog').waitFor();
  await press(page, 'accept', '[data-sluis=preferences]');
  await settle(page);

  expect(await read()).toEqual([]);
  expect(await page.evaluate(() => [navigator.userAgent.length > 0, Object(window).read])).toEqual([
    true,
    ['Navigator userAgent'],
  ]);
});
