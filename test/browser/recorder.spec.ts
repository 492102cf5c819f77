import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { createServer } from '../../packages/server/dist/index.js';
import { audience, createTokenIssuer, issuer } from '../../demo/backend/token-issuer.mjs';
import type { SluisConfig } from '../../packages/schema/src/config.ts';
import { answerHere, expect, gatedPage, press, settle, test, type World } from './bank-test.ts';

const purpose = { legalBasis: 'a', text: 'Waarvoor het is.' } as const;

/** The page's words; the server is told the same. */
const configFor = (backend: string): SluisConfig => ({
  controller: { name: 'Bank', contact: 'a@bank.example', policyUrl: '/privacy' },
  profile: 'nl',
  languages: ['nl'],
  allow: ['127.0.0.1'],
  backend,
  sensitivePaths: ['/debt*'],
  purposes: [
    {
      ...purpose,
      id: 'clicks',
      label: 'Klikgedrag',
      identified: true,
      recorded: true,
      events: ['theme', 'simulation', 'abandoned'],
    },
  ],
});

const body = `<main data-sluis-visit="theme"><button data-sluis-event="simulation"><b>Bereken</b></button>
<button data-sluis-event="unlisted">Iets anders</button></main>`;

interface Recorder {
  readonly base: string;
  readonly token: (user: string) => Promise<string>;
}

/** A consent server that knows the page, for as long as the test. */
const it = test.extend<{ recorder: Recorder }>({
  recorder: async ({ world }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'sluis-recorder-'));
    const tokens = await createTokenIssuer();
    const app = await createServer({
      database: join(folder, 'sluis.db'),
      origins: [new URL(world.url('/')).origin],
      identity: { keys: tokens.keys, issuer, audience },
      page: configFor('https://consent.bank.example'),
    });
    await use({ base: await app.listen({ host: '127.0.0.1', port: 0 }), token: tokens.sign });
    await app.close();
    rmSync(folder, { recursive: true });
  },
});

/** What the server has of somebody, as `kind place`. */
async function recorded({ base, token }: Recorder, user: string): Promise<readonly string[]> {
  const authorization = `Bearer ${await token(user)}`;
  const answer = await fetch(`${base}/v1/me/data`, { headers: { authorization } });
  const { activities }: { activities: { kind: string; place: string }[] } = await answer.json();
  return activities.map(({ kind, place }) => `${kind} ${place}`).sort();
}

/** Everything that the page tells of what is done, whatever the server makes of it. */
function watch(page: Page): string[] {
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/v1/activities'))
      sent.push(request.postData() ?? '');
  });
  return sent;
}

async function open(
  page: Page,
  world: World,
  { base }: Recorder,
  path = '/recorded',
): Promise<void> {
  world.page(path, gatedPage(configFor(base), body));
  await page.goto(world.url(`${path}?mail=canary`));
}

async function signIn(page: Page, { token }: Recorder, user: string): Promise<void> {
  await page.evaluate((given) => window.sluis?.identify(given), await token(user));
}

/** Accepts, and waits until the server has it. */
async function accept(page: Page): Promise<void> {
  const synced = page.evaluate(
    () => new Promise<void>((done) => window.sluis?.on('synced', () => done())),
  );
  await answerHere(page, 'accept');
  await synced;
}

const simulate = (page: Page): Promise<void> => page.getByText('Bereken').click();

it('S06 S08 tells what is on the list, by kind and path alone, after consent and sign-in and not before', async ({
  page,
  world,
  recorder,
}) => {
  const sent = watch(page);
  await open(page, world, recorder);
  await simulate(page);
  await accept(page);
  await simulate(page);
  await settle(page);
  expect(sent).toEqual([]);

  await signIn(page, recorder, 'anna');
  await simulate(page);
  await page.evaluate(() =>
    document.dispatchEvent(new CustomEvent('sluis-event', { detail: 'abandoned' })),
  );

  const wanted = ['abandoned /recorded', 'simulation /recorded', 'theme /recorded'];
  await expect.poll(() => recorded(recorder, 'anna')).toEqual(wanted);
  expect(sent.sort()).toEqual(
    wanted.map((one) => JSON.stringify({ kind: one.split(' ')[0], page: '/recorded' })),
  );
});

it('S08 refuses what is on no list with a code, and it never leaves the page', async ({
  page,
  world,
  recorder,
}) => {
  const sent = watch(page);
  await open(page, world, recorder);
  await accept(page);
  await signIn(page, recorder, 'anna');
  const refused = page.evaluate(
    () =>
      new Promise<string>((done) =>
        window.sluis?.on('error', ({ code, at }) => done(`${code} ${at}`)),
      ),
  );

  await page.getByText('Iets anders').click();

  expect(await refused).toBe('G09 unlisted');
  await settle(page);
  expect(sent.filter((one) => !one.includes('"theme"'))).toEqual([]);
});

it('S06 tells nothing after a withdrawal, nor after signing out, nor on a sensitive page', async ({
  page,
  world,
  recorder,
}) => {
  await open(page, world, recorder);
  await accept(page);
  await signIn(page, recorder, 'anna');
  await expect.poll(() => recorded(recorder, 'anna')).toEqual(['theme /recorded']);
  const sent = watch(page);

  await page.evaluate(() => window.sluis?.signOut());
  await simulate(page);
  await signIn(page, recorder, 'anna');
  await expect.poll(() => sent.length).toBe(1);
  await page.evaluate(() => history.pushState(null, '', '/debt-help'));
  await simulate(page);
  await page.evaluate(() => history.pushState(null, '', '/recorded'));
  await page.evaluate(() => window.sluis?.withdraw('clicks'));
  await simulate(page);
  await settle(page);

  expect(sent).toEqual([JSON.stringify({ kind: 'theme', page: '/recorded' })]);
});

it('S06 tells nothing of who refused', async ({ page, world, recorder }) => {
  const sent = watch(page);
  await open(page, world, recorder);
  await press(page, 'refuse');
  await signIn(page, recorder, 'anna');

  await simulate(page);
  await settle(page);

  expect(sent).toEqual([]);
});
