import { chromium, expect, test, type Browser } from '@playwright/test';
import { findBrowser } from '../find-browser.mjs';
import { allTrackers } from './all-trackers.ts';
import { exceptions, races } from './exceptions.ts';
import { properties, runBare, runGated } from './run-tracker.ts';
import { createWorld, type World } from './world.ts';

let world: World;
let browser: Browser;
const table: Record<string, Record<string, string>> = {};

test.beforeAll(async () => {
  world = await createWorld();
  browser = await chromium.launch({
    executablePath: findBrowser(),
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      // Some send nothing to a browser that says it is driven by a program.
      '--disable-blink-features=AutomationControlled',
      `--host-resolver-rules=MAP * 127.0.0.1:${world.port}, EXCLUDE 127.0.0.1`,
    ],
  });
});

test.afterAll(async () => {
  console.table(table);
  await browser?.close();
  await world?.close();
});

for (const tracker of allTrackers) {
  test(`R01 S30 ${tracker.name}: silent until it may, works then, and leaves nothing behind`, async () => {
    test.setTimeout(180_000);
    const place = { browser, world };

    const bare = await runBare(tracker, place);
    const outcome = await runGated(tracker, place, [...bare.errors, tracker.ownError ?? '']);
    const known = exceptions[tracker.name] ?? {};
    if (process.env.SLUIS_TRACKERS) console.log(tracker.name, bare, outcome);

    table[tracker.name] = Object.fromEntries(
      properties.map((one) => [
        one,
        outcome[one].length ? ((known[one] ?? races[tracker.name]?.[one]) ? 'known' : 'NO') : 'yes',
      ]),
    );
    expect.soft(bare.missing, 'did not send without the gate').toEqual([]);
    const racing = races[tracker.name] ?? {};
    for (const property of properties) {
      if (racing[property]) continue;
      if (known[property]) expect.soft(outcome[property], `${property}: mended`).not.toEqual([]);
      else expect.soft(outcome[property], property).toEqual([]);
    }
  });
}
