import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { launchChromium } from '../leaks/chromium-engine.ts';
import { createWorld, type World } from '../leaks/world.ts';
import { fuzzCase, type Piece } from './grammar.ts';
import { runCases, type Place } from './run-cases.ts';

/**
 * `SLUIS_FUZZ=20000` for more, from a seed that is new each time; `SLUIS_FUZZ_SEED=...` to see one run
 * again. The suite has one seed: a change fails by what it does, not by the day.
 */
const { SLUIS_FUZZ, SLUIS_FUZZ_SEED } = process.env;
const count = Number(SLUIS_FUZZ ?? 2_000);
const seed = Number(SLUIS_FUZZ_SEED ?? (SLUIS_FUZZ ? Date.now() % 1e9 : 2016_679));
const perPage = 20;
/** Leaks that are shrunk and told, from all over the run: one cause may have hundreds. */
const told = 8;

let world: World;
let place: Place;

test.beforeAll(async () => {
  world = await createWorld();
  const engine = await launchChromium(world);
  world.show('warm.bank.example', '<!doctype html><title>Warm</title>');
  place = { engine, world, warmer: await engine.open('https://warm.bank.example/') };
});

test.afterAll(async () => {
  await place?.engine.close();
  await world?.close();
});

/** Which of the cases reached their tracker, by index; every other page on warm connections. */
async function reached(cases: readonly Piece[], gated: boolean): Promise<readonly number[]> {
  const batches = Array.from({ length: Math.ceil(cases.length / perPage) }, (_, at) => at);
  const found: number[] = [];
  const lane = async (): Promise<void> => {
    for (let at = batches.shift(); at !== undefined; at = batches.shift()) {
      const first = at * perPage;
      const some = cases.slice(first, first + perPage);
      const hits = await runCases(some, place, { gated, warm: gated && at % 2 === 1 });
      hits.forEach((hit, index) => hit && found.push(first + index));
    }
  };
  await Promise.all(Array.from({ length: place.engine.lanes }, lane));
  return found.sort((one, other) => one - other);
}

/** The smallest case that still leaks, alone on its page; the run of this seed and path finds it again. */
async function shrunk(index: number, whole: Piece): Promise<string> {
  const holds = async (piece: Piece): Promise<boolean> => {
    for (const warm of [false, true])
      if ((await runCases([piece], place, { gated: true, warm }))[0]) return false;
    return true;
  };
  const { counterexample, counterexamplePath } = await fc.check(fc.asyncProperty(fuzzCase, holds), {
    seed,
    path: String(index),
    numRuns: 1,
    interruptAfterTimeLimit: 60_000,
  });
  const piece = counterexample?.[0];
  const note = piece ? `path ${counterexamplePath}` : 'only among others on its page';
  return `seed ${seed}, case ${index}, ${note}:\n${(piece ?? whole)('HOST')}`;
}

test(`R01 fuzz: nothing of ${count} random pieces of page leaves before the answer`, async () => {
  test.setTimeout(count * 300 + 400_000);
  const cases = fc.sample(fuzzCase, { seed, numRuns: count });

  const leaked = await reached(cases, true);
  const stories: string[] = [];
  const step = Math.ceil(leaked.length / told) || 1;
  for (const index of leaked.filter((_, at) => at % step === 0)) {
    const whole = cases[index];
    if (whole) stories.push(await shrunk(index, whole));
  }

  expect(stories.join('\n\n'), `${leaked.length} of ${count} leaked; seed ${seed}`).toBe('');
});

test('the grammar is worth running: without the gate nearly every case reaches its tracker', async () => {
  test.setTimeout(300_000);
  const cases = fc.sample(fuzzCase, { seed, numRuns: 300 });

  const fired = await reached(cases, false);

  expect(fired.length / cases.length).toBeGreaterThan(0.8);
});
