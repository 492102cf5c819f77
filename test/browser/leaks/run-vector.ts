import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';
import type { Target, Vector } from './vectors.ts';
import type { World } from './world.ts';

/** What one vector did, as often as it did it. */
export interface Outcome {
  readonly baseline: number;
  /** To an allowed host, with the gate. */
  readonly allowed: number;
  readonly before: number;
  /** In the same page, after "accept all". */
  readonly after: number;
}

const head = readFileSync(
  new URL('../../../packages/sluis/dist/script/head.js', import.meta.url),
  'utf8',
);

const config = JSON.stringify({
  controller: { name: 'Bank', contact: 'privacy@bank.example', policyUrl: '/privacy' },
  purposes: [
    {
      id: 'marketing',
      legalBasis: 'a',
      label: 'Marketing',
      text: 'We measure advertisements.',
      services: ['tracker'],
    },
  ],
  services: [{ id: 'tracker', hosts: ['tracker.example'], cookies: ['_trk*'], storage: ['_trk*'] }],
  allow: ['allowed.example'],
  languages: ['en'],
});

/** The installation as the README gives it, with the page script inline. */
const gate = `<script type="application/json" id="sluis-config">${config}</script>
<meta http-equiv="Content-Security-Policy" content="manifest-src *">
<script>${head}</script>`;

function documentOf(vector: Vector, target: Target, gated: boolean): string {
  const code = vector.script?.(target) ?? '';
  const script = vector.early
    ? `<script>{ ${code} }</script>`
    : `<script>addEventListener('load', () => { ${code} })</script>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Vector</title>${gated ? gate : ''}
${vector.head?.(target) ?? ''}</head><body>${vector.body?.(target) ?? ''}${script}</body></html>`;
}

/**
 * Round trips to the page's own server, frames and idle periods: what a vector sends is on its way
 * before them. The baseline run proves that the fence is long enough.
 */
async function fence(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await Reflect.get(self, 'fenced');
    for (let round = 0; round < 5; round++) {
      await fetch('/fence', { cache: 'no-store' });
      await new Promise(requestAnimationFrame);
      await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 200 }));
    }
  });
}

let runs = 0;

/** Opens the page of a vector under names of its own, so that nothing is shared with another run. */
async function open(
  vector: Vector,
  { context, world }: Place,
  party: string,
  gated: boolean,
): Promise<{ page: Page; hits(): Promise<number> }> {
  const run = `r${++runs}`;
  const host = `${run}.${party}.example`;
  const key = party === 'tracker' ? `_trk_${run}` : `own_${run}`;
  const target: Target = {
    host,
    key,
    stun: world.stun,
    url: (extension) => `https://${host}/hit.${extension}`,
  };
  const stunBefore = world.reached('stun').connections;
  world.show(`${run}.bank.example`, documentOf(vector, target, gated));

  const page = await context.newPage();
  await page.goto(`https://${run}.bank.example/`);
  return {
    page,
    async hits() {
      await fence(page);
      if (vector.stored) return (await page.evaluate(vector.stored(target))) === undefined ? 0 : 1;
      const { requests, connections } = world.reached(host);
      return vector.connects
        ? Math.sign(connections + world.reached('stun').connections - stunBefore)
        : requests;
    },
  };
}

interface Place {
  readonly context: BrowserContext;
  readonly world: World;
}

async function leave(vector: Vector, page: Page): Promise<void> {
  if (vector.leaves) await page.goto(new URL('/left', page.url()).href);
}

async function once(vector: Vector, place: Place, party: string, gated: boolean): Promise<number> {
  const { page, hits } = await open(vector, place, party, gated);
  await leave(vector, page);
  const count = await hits();
  await page.close();
  return count;
}

/** What should fire is given longer: the browser itself may put a prefetch off. */
async function fires(vector: Vector, place: Place, party: string, gated: boolean): Promise<number> {
  const { page, hits } = await open(vector, place, party, gated);
  await leave(vector, page);
  let count = await hits();
  for (let turn = 0; turn < 8 && !count; turn++) count = await hits();
  await page.close();
  return count;
}

/** Without the gate, to an allowed host, before the answer, and after it. */
export async function runVector(vector: Vector, place: Place): Promise<Outcome> {
  const baseline = await fires(vector, place, 'tracker', false);
  const allowed = await fires(vector, place, 'allowed', true);
  const { page, hits } = await open(vector, place, 'tracker', true);
  const before = vector.leaves ? await once(vector, place, 'tracker', true) : await hits();
  await page.evaluate(() => Reflect.get(self, 'sluis')?.acceptAll());
  await leave(vector, page);
  await fence(page);
  const after = await hits();
  await page.close();
  return { baseline, allowed, before, after };
}
