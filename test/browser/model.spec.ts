import type { Page } from '@playwright/test';
import {
  answerHere,
  banner,
  expect,
  gatedPage,
  press,
  settle,
  test,
  type World,
} from './bank-test.ts';
import { firstRecord, openBlank, readRecord, writeRecord } from './other-version.ts';

const controller = { name: 'Bank', contact: 'a@bank.example', policyUrl: '/privacy' };
const services = [
  { id: 'insight', hosts: ['collect.insight.example'] },
  { id: 'adnet', hosts: ['pixel.adnet.example'] },
];
const analytics = {
  id: 'analytics',
  legalBasis: 'a',
  label: 'Statistiek',
  text: 'Wij tellen bezoeken.',
  services: ['insight'],
  recipients: ['Insight', 'Bureau'],
};
const ads = {
  id: 'ads',
  legalBasis: 'a',
  label: 'Reclame',
  text: 'Wij delen wat u bekijkt.',
  services: ['adnet'],
  sharing: true,
};
const body = `<img src="https://pixel.adnet.example/view.gif">
<a href="#" data-sluis-action="settings">Instellingen</a>
<script>fetch('https://collect.insight.example/fetch').catch(function () {});</script>`;

interface Told {
  readonly purposes?: readonly object[];
  readonly [word: string]: unknown;
}

async function open(page: Page, world: World, config: Told = {}): Promise<void> {
  const all = { controller, languages: ['nl'], purposes: [analytics, ads], services, ...config };
  world.page('/model', gatedPage(all, body));
  await page.goto(world.url('/model'));
}

const allows = (page: Page, purpose: string): Promise<boolean | undefined> =>
  page.evaluate((id) => window.sluis?.allows(id), purpose);

const asked = (page: Page): Promise<string[]> => page.locator(`${banner} strong`).allTextContents();

async function signalGpc(page: Page): Promise<void> {
  await page.addInitScript(() =>
    Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true }),
  );
}

test('R58 with Global Privacy Control what shares is refused before the first tag, and no click here opens it', async ({
  page,
  world,
}) => {
  await signalGpc(page);
  await open(page, world);
  await page.locator(banner).waitFor();
  expect(await asked(page)).toEqual(['Statistiek']);
  expect(await page.evaluate(() => document.cookie)).toBe('');

  await answerHere(page, 'accept');
  await expect.poll(() => world.vendors.counts().insight ?? 0).toBeGreaterThan(0);
  await settle(page);

  expect(await allows(page, 'analytics')).toBe(true);
  expect(await allows(page, 'ads')).toBe(false);
  expect(world.vendors.counts().adnet ?? 0).toBe(0);
});

test('R58 the preferences say that the browser refuses, and the switch cannot be turned on', async ({
  page,
  world,
}) => {
  await signalGpc(page);
  await open(page, world);
  await page.locator('a[data-sluis-action=settings]').click();
  const row = page.locator('[data-sluis-purpose=ads]');

  await expect(row).toContainText('Global Privacy Control');
  await row.getByRole('switch').click({ force: true });

  await expect(row.getByRole('switch')).not.toBeChecked();
});

test('S31 what is restricted stops at once, and goes on by the earlier answer when that is lifted', async ({
  page,
  world,
}) => {
  await open(page, world);
  await answerHere(page, 'accept');

  await page.evaluate(() => window.sluis?.save({ analytics: 'restrict' }));
  expect(await allows(page, 'analytics')).toBe(false);
  await page.reload();
  await settle(page);
  expect(await allows(page, 'analytics')).toBe(false);
  expect(await allows(page, 'ads')).toBe(true);

  // Playwright evaluates as if the visitor had clicked.
  await page.evaluate(() => window.sluis?.save({ analytics: 'lift' }));

  expect(await allows(page, 'analytics')).toBe(true);
});

test('S09 with profiling off and analytics on the tags are told that no profiles may be made', async ({
  page,
  world,
}) => {
  const purposes = [
    { ...analytics, consentMode: ['analytics_storage'] },
    {
      ...ads,
      id: 'profiles',
      services: [],
      profiling: true,
      retentionDays: 365,
      consentMode: ['ad_personalization'],
    },
  ];
  await open(page, world, { purposes });
  await page.locator(banner).waitFor();
  await page.evaluate(() => window.sluis?.save({ analytics: true, profiles: false }));

  const told = await page.evaluate(() =>
    [...Object(window).dataLayer].map((one) => [...one]).at(-1),
  );
  expect(told).toEqual([
    'consent',
    'update',
    { analytics_storage: 'granted', ad_personalization: 'denied' },
  ]);
  const [decision] = (await page.evaluate(() => window.sluis?.history())) ?? [];
  expect(decision?.purposes).toMatchObject({
    analytics: { answer: 'granted' },
    profiles: { answer: 'refused' },
  });
});

test("R36 a withdrawal is told to the vendor's own consent switch, once", async ({
  page,
  world,
}) => {
  await open(page, world, { purposes: [{ ...analytics, consentMode: ['analytics_storage'] }] });
  await answerHere(page, 'accept');

  await page.evaluate(() => window.sluis?.withdraw('analytics'));
  await settle(page);

  const told = await page.evaluate(() => [...Object(window).dataLayer].map((one) => [...one]));
  expect(told.map(([, verb, { analytics_storage }]) => [verb, analytics_storage])).toEqual([
    ['default', 'denied'],
    ['update', 'granted'],
    ['update', 'denied'],
  ]);
});

test('R51 each purpose has a title and a description before the choice, and every controller and recipient is one press away', async ({
  page,
  world,
}) => {
  const own = { name: 'Meetbureau B.V.', contact: 'b@bureau.example', policyUrl: '/bureau' };
  await open(page, world, { purposes: [{ ...analytics, controller: own }, ads] });

  await expect(page.locator(banner)).toContainText('Statistiek');
  await expect(page.locator(banner)).toContainText('Wij tellen bezoeken.');
  await press(page, 'settings');
  const root = page.locator('[data-sluis=preferences]');
  await root.locator('[data-sluis-purpose=analytics] summary').first().click();
  for (const name of ['Meetbureau B.V.', 'Insight', 'Bureau'])
    await expect(root.getByText(name).first()).toBeVisible();
});

test('S51 a change that takes nothing more keeps the answers and is told once', async ({
  page,
  world,
}) => {
  await open(page, world);
  await answerHere(page, 'accept');
  const now = { purposes: [{ ...analytics, recipients: ['Insight'] }, ads] };

  await open(page, world, now);
  await expect(page.locator('[data-sluis=notice]')).toContainText('Gewijzigd: Statistiek');
  expect(await allows(page, 'analytics')).toBe(true);
  await expect(page.locator(banner)).toHaveCount(0);

  await open(page, world, now);
  await settle(page);
  await expect(page.locator('[data-sluis=notice]')).toHaveCount(0);
  expect(await allows(page, 'analytics')).toBe(true);
});

test('R13 what is wider is asked again, alone, and nothing passes for it meanwhile', async ({
  page,
  world,
}) => {
  await open(page, world);
  await answerHere(page, 'accept');
  await page.goto('about:blank');
  world.vendors.reset();

  await open(page, world, { purposes: [{ ...analytics, retentionDays: 30 }, ads] });
  await expect.poll(() => allows(page, 'analytics')).toBe(true);

  await expect.poll(() => world.vendors.counts().insight ?? 0).toBe(1);
  world.vendors.reset();
  await open(page, world, { purposes: [{ ...analytics, recipients: ['Insight', 'X'] }, ads] });
  await page.locator(banner).waitFor();
  await settle(page);

  expect(await asked(page)).toEqual(['Statistiek']);
  expect(await allows(page, 'ads')).toBe(true);
  expect(world.vendors.counts().insight ?? 0).toBe(0);
});

test('S18 a new purpose without a note has consents asked again, with one it is told', async ({
  page,
  world,
}) => {
  const fraud = { id: 'fraud', legalBasis: 'f', label: 'Fraude', text: 'Wij zoeken oplichters.' };
  const note = { link: 'L', context: 'C', data: 'D', effects: 'E', safeguards: 'S' };
  await open(page, world);
  await answerHere(page, 'accept');

  await open(page, world, { purposes: [analytics, ads, { ...fraud, compatible: note }] });
  await expect(page.locator('[data-sluis=notice]')).toContainText('Nieuw of uitgebreid: Fraude');
  expect(await allows(page, 'analytics')).toBe(true);

  const risk = { ...fraud, id: 'risk', label: 'Risico' };
  await open(page, world, { purposes: [analytics, ads, risk] });
  await page.locator(banner).waitFor();
  expect(await asked(page)).toEqual(['Statistiek', 'Reclame']);
});

test('S32 R12 the receipt holds offline, with every decision of this device in its chain', async ({
  page,
  world,
}) => {
  await open(page, world);
  await answerHere(page, 'accept');
  await page.evaluate(() => window.sluis?.withdraw('ads'));

  const receipt = await page.evaluate(() => window.sluis?.receipt());
  if (!receipt) throw new Error('no receipt');
  const { verifyReceipt } = await import('../../packages/sluis/dist/index.js');

  expect(receipt.history).toHaveLength(2);
  expect(receipt.record.event).toMatchObject([
    { purpose_id: 'ads', event_state: 'consent_withdrawn' },
  ]);
  expect(await verifyReceipt(receipt)).toEqual([]);
  const forged = JSON.parse(JSON.stringify(receipt).replace('"granted"', '"refused"'));
  expect(await verifyReceipt(forged)).toEqual([receipt.history[0]?.decision.id]);
});

const cookiebot = (rest: string): string =>
  encodeURIComponent(`{necessary:true,statistics:true,marketing:false,method:'explicit'${rest}}`);
const mapped = { from: 'cookiebot', purposes: { analytics: ['statistics'], ads: ['marketing'] } };

test('what was answered to another consent manager is taken over, of its day, and nobody is asked', async ({
  page,
  context,
  world,
}) => {
  const month = Date.now() - 30 * 86_400_000;
  const value = cookiebot(`,utc:${month}`);
  await context.addCookies([{ name: 'CookieConsent', value, url: world.url('/') }]);

  await open(page, world, { import: mapped });
  await expect.poll(() => world.vendors.counts().insight ?? 0).toBeGreaterThan(0);
  await settle(page);

  await expect(page.locator(banner)).toHaveCount(0);
  expect(world.vendors.counts().adnet ?? 0).toBe(0);
  const history = await page.evaluate(() => window.sluis?.history());
  expect(history).toMatchObject([
    { method: 'import', policy: '', at: new Date(month).toISOString() },
  ]);
});

test('an old answer without a date grants nothing: the refusal is kept, the rest is asked', async ({
  page,
  context,
  world,
}) => {
  const value = cookiebot('');
  await context.addCookies([{ name: 'CookieConsent', value, url: world.url('/') }]);

  await open(page, world, { import: mapped });
  await page.locator(banner).waitFor();
  await settle(page);

  expect(await asked(page)).toEqual(['Statistiek']);
  expect(world.vendors.requests()).toEqual([]);
});

test('the record of an earlier version is read, kept and added to', async ({ page, world }) => {
  await openBlank(page, world);
  await writeRecord(page, firstRecord);

  await open(page, world);
  await page.locator(banner).waitFor();
  expect(await asked(page)).toEqual(['Statistiek']);
  await answerHere(page, 'accept');

  const history = await page.evaluate(() => window.sluis?.history());
  expect(history).toHaveLength(2);
  expect(history?.[0]).toEqual(firstRecord.device[0]);
});

test('the record of a newer version is not written over: the answer holds, the developer is told', async ({
  page,
  world,
}) => {
  const newer = { version: 2, chapters: ['what this version cannot read'] };
  await openBlank(page, world);
  await writeRecord(page, newer);
  const told: string[] = [];
  page.on('console', (message) => message.type() === 'error' && told.push(message.text()));

  await open(page, world);
  await answerHere(page, 'refuse');
  await page.reload();
  await settle(page);

  expect(told.join('\n')).toContain('sluis S01');
  expect(await allows(page, 'analytics')).toBe(false);
  await expect(page.locator(banner)).toHaveCount(0);
  expect(await readRecord(page)).toEqual(newer);
});

test('of a damaged record everything that can be read is kept', async ({ page, world }) => {
  const damaged = {
    ...firstRecord,
    secret: 7,
    device: [null, ...firstRecord.device, 'x'],
    outbox: {},
  };
  await openBlank(page, world);
  await writeRecord(page, damaged);

  await open(page, world);
  await answerHere(page, 'refuse');

  const history = await page.evaluate(() => window.sluis?.history());
  expect(history?.map(({ id }) => id)).toContain(firstRecord.device[0]?.id);
  expect(history).toHaveLength(2);
});

test('a mirror of another version counts as no answer, and held stays held', async ({
  page,
  context,
  world,
}) => {
  await context.addCookies([{ name: 'sluis', value: '9~all~granted', url: world.url('/') }]);

  await open(page, world);
  await page.locator(banner).waitFor();
  await settle(page);

  expect(world.vendors.requests()).toEqual([]);
});

test('S13 a frame of the same origin follows without a reload', async ({ page, world }) => {
  const all = { controller, languages: ['nl'], purposes: [analytics, ads], services };
  world.page('/inner', gatedPage(all, '<p>Inner</p><a data-sluis-action="settings">S</a>'));
  world.page('/outer', gatedPage(all, `${body}<iframe src="/inner"></iframe>`));
  await page.goto(world.url('/outer'));
  await answerHere(page, 'accept');
  const inner = page.frames().find((frame) => frame.url().endsWith('/inner'));
  const inside = (): Promise<boolean | undefined> | undefined =>
    inner?.evaluate(() => window.sluis?.allows('analytics'));
  await expect.poll(inside).toBe(true);

  await page.evaluate(() => window.sluis?.withdraw('analytics'));

  await expect.poll(inside).toBe(false);
});

test('IndexedDB that never answers: the mirror keeps the answer, nothing hangs, nothing leaks', async ({
  page,
  world,
}) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => Object.create(IDBOpenDBRequest.prototype);
  });
  await open(page, world);
  await page.locator(banner).waitFor();
  await press(page, 'refuse');
  await expect.poll(() => page.evaluate(() => document.cookie)).toContain('sluis=');

  await page.reload();
  await settle(page);

  await expect(page.locator(banner)).toHaveCount(0);
  expect(world.vendors.requests()).toEqual([]);
});

test('a full device: quota is exceeded on every write, and the mirror keeps the answer', async ({
  page,
  world,
}) => {
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await open(page, world);
  await answerHere(page, 'refuse');

  await page.reload();
  await settle(page);

  await expect(page.locator(banner)).toHaveCount(0);
  expect(world.vendors.requests()).toEqual([]);
});
