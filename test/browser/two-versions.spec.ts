import type { Page } from '@playwright/test';
import { fingerprint } from '../../packages/schema/src/fingerprint.ts';
import { answerHere, banner, expect, gatedPage, settle, test, type World } from './bank-test.ts';
import { oneService } from './one-service.ts';
import { openBlank, readRecord, writeRecord } from './other-version.ts';

const config = oneService({ id: 'insight', hosts: ['collect.insight.example'] });

/** One tab of the site with this version of Sluis. */
async function open(page: Page, world: World): Promise<void> {
  world.page('/two', gatedPage(config, '<a data-sluis-action="settings" href="#">Cookies</a>'));
  await page.goto(world.url('/two'));
}

const allows = (page: Page): Promise<boolean | undefined> =>
  page.evaluate(() => window.sluis?.allows('analytics'));

/** As a release of another version does in its own tab, once it has written: tells the others. */
async function tellTabs(page: Page): Promise<void> {
  await page.evaluate(() => new BroadcastChannel('sluis').postMessage('changed'));
}

async function writeMirror(page: Page, text: string): Promise<void> {
  await page.evaluate((value) => {
    document.cookie = `sluis=${value}; path=/`;
  }, text);
}

/** What the collector had got when the page had said all it had to say. */
async function sendHit(page: Page, world: World): Promise<number> {
  await page.evaluate(() => void fetch('https://collect.insight.example/hit').catch(() => {}));
  await settle(page);
  return world.vendors.counts().insight ?? 0;
}

test('R12 a newer version in another tab: what it keeps is not written over, and what is held stays held', async ({
  page,
  context,
  world,
}) => {
  const newer = { version: 2, chapters: ['what this version cannot read'] };
  const told: string[] = [];
  page.on('console', (message) => message.type() === 'error' && told.push(message.text()));
  await open(page, world);
  await answerHere(page, 'accept');
  const other = await context.newPage();
  await openBlank(other, world);

  await writeRecord(other, newer);
  await writeMirror(other, '2~all~that~is~new');
  await tellTabs(other);

  await expect.poll(() => allows(page)).toBe(false);
  expect(await sendHit(page, world)).toBe(0);
  await page.evaluate(() => window.sluis?.refuseAll());
  await page.reload();
  await settle(page);
  expect(await allows(page)).toBe(false);
  await expect(page.locator(banner)).toHaveCount(0);
  expect(await readRecord(other)).toEqual(newer);
  expect(told.join('\n')).toContain('sluis S01');
});

interface Told {
  readonly version: 1;
  readonly device: readonly { readonly id: string; readonly purposes: object }[];
  readonly acknowledgements: object;
}

/** As version 0.1.0 of 22 November did: of a record it kept the words that it knew. */
function addAsFirstVersion(record: unknown, decision: object): object {
  const { secret, device, account, outbox, policies, acknowledgements } = Object(record);
  return {
    version: 1,
    secret,
    device: [...device, decision],
    account,
    outbox,
    policies,
    acknowledgements,
  };
}

test('R12 S13 an older version in another tab: each follows the other without a reload, and no decision is lost', async ({
  page,
  context,
  world,
}) => {
  await open(page, world);
  await answerHere(page, 'accept');
  const other = await context.newPage();
  await openBlank(other, world);
  const record = (await readRecord(other)) as Told;
  const mirror = (await context.cookies()).find(({ name }) => name === 'sluis')?.value ?? '';
  const now = Date.now();
  const withdrawal = {
    id: `${now
      .toString(16)
      .padStart(12, '0')
      .replace(/^(.{8})/, '$1-')}-7000-8000-000000000000`,
    policy: '',
    purposes: { analytics: { answer: 'withdrawn', terms: 'x' } },
    method: 'preferences',
    language: 'nl',
    surface: 'www.grachtenbank.example',
    at: new Date(now).toISOString(),
  };

  await writeRecord(other, addAsFirstVersion(record, withdrawal));
  const text = `1~${mirror.split('~')[1]}~~analytics.w.x.${now.toString(36)}`;
  await writeMirror(other, `${text}~${fingerprint(text)}`);
  await tellTabs(other);

  await expect.poll(() => allows(page)).toBe(false);
  expect(await sendHit(page, world)).toBe(0);
  const save = page.evaluate(
    () =>
      new Promise((done) =>
        addEventListener('click', () => done(window.sluis?.save({ analytics: true }))),
      ),
  );
  await page.locator('body').click();
  expect(await save).toBe(true);

  const kept = (await readRecord(other)) as Told;
  expect(kept.device.slice(0, 2)).toEqual([...record.device, withdrawal]);
  expect(kept.device).toHaveLength(3);
  expect(await allows(page)).toBe(true);
});

test('R12 what a later release has added to the record stays there', async ({ page, world }) => {
  await openBlank(page, world);
  await writeRecord(page, { version: 1, device: [], later: { added: ['this'] } });

  await open(page, world);
  await answerHere(page, 'refuse');

  expect(await readRecord(page)).toMatchObject({ version: 1, later: { added: ['this'] } });
});
