import type { Frame, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { banner, expect, settle, test, visit } from './bank-test.ts';

// A development dependency under MPL-2.0: it is run unchanged in the page under test, and nothing of it is shipped.
const script = readFileSync(
  new URL(
    '../../node_modules/@duckduckgo/autoconsent/dist/autoconsent.playwright.js',
    import.meta.url,
  ),
  'utf8',
);

interface Message {
  readonly type: string;
  readonly result?: boolean;
  readonly id?: string;
}

/** Its own configuration for browsers, with no rule for any consent manager: only its heuristics are left. */
const start = {
  type: 'initResp',
  rules: { autoconsent: [] },
  config: {
    enabled: true,
    autoAction: 'optOut',
    disabledCmps: [],
    enablePrehide: false,
    enableCosmeticRules: false,
    enableHeuristicDetection: true,
    enableHeuristicAction: true,
    heuristicMode: 'reject',
    detectRetries: 20,
  },
};

async function runAutoconsent(page: Page): Promise<readonly Message[]> {
  const heard: Message[] = [];
  const say = (frame: Frame, message: object): Promise<unknown> =>
    frame.evaluate(`autoconsentReceiveMessage(${JSON.stringify(message)})`);
  await page.exposeBinding('autoconsentSendMessage', async ({ frame }, message: Message) => {
    heard.push(message);
    if (message.type === 'init') await say(frame, start);
    if (message.type === 'optOutResult') await say(frame, { type: 'selfTest' });
  });
  await page.evaluate(script);
  await expect.poll(() => heard.map(({ type }) => type)).toContain('autoconsentDone');
  return heard;
}

for (const language of ['nl', 'fr', 'en']) {
  test(`DuckDuckGo's autoconsent refuses the banner by its heuristics alone: ${language}`, async ({
    page,
    world,
  }) => {
    await visit(page, world, `/?lang=${language}`);

    const heard = await runAutoconsent(page);

    expect(heard.find(({ type }) => type === 'optOutResult')).toMatchObject({
      cmp: 'HEURISTIC-REJECT',
      result: true,
    });
    await expect
      .poll(() => heard.find(({ type }) => type === 'selfTestResult'))
      .toMatchObject({ result: true });
    await expect(page.locator(banner)).toHaveCount(0);
    await expect
      .poll(
        async () => (await page.evaluate(() => window.sluis?.history()))?.[0]?.purposes.analytics,
      )
      .toMatchObject({ answer: 'refused' });
    await settle(page);
    expect(world.vendors.requests()).toEqual([]);
  });
}
