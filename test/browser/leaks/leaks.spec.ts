import { chromium, expect, test, type BrowserContext } from '@playwright/test';
import { findBrowser } from '../find-browser.mjs';
import { knownLeaks, racingLeaks } from './known-leaks.ts';
import { notLive } from './not-live.ts';
import { runVector, type Outcome } from './run-vector.ts';
import { vectors, type Group, type Vector } from './vectors.ts';
import { createWorld, type World } from './world.ts';

/** Pages at a time: two cores, and most of a run is waiting. */
const lanes = 4;

let world: World;
let context: BrowserContext;
const table: Record<string, Record<string, number>> = {};

test.beforeAll(async () => {
  world = await createWorld();
  // A context that keeps its profile, and without that flag: otherwise Chromium preconnects nowhere,
  // and two vectors could not be proven.
  context = await chromium.launchPersistentContext('', {
    executablePath: findBrowser(),
    ignoreHTTPSErrors: true,
    ignoreDefaultArgs: ['--disable-background-networking'],
    args: [
      '--no-sandbox',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--ignore-certificate-errors',
      `--host-resolver-rules=MAP * 127.0.0.1:${world.port}, EXCLUDE 127.0.0.1`,
    ],
  });
});

test.afterAll(async () => {
  console.table(table);
  await context?.close();
  await world?.close();
});

async function runAll(some: readonly Vector[]): Promise<Map<string, Outcome>> {
  const outcomes = new Map<string, Outcome>();
  const waiting = [...some];
  const lane = async (): Promise<void> => {
    for (let vector = waiting.shift(); vector; vector = waiting.shift()) {
      outcomes.set(vector.name, await runVector(vector, { context, world }));
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return outcomes;
}

/** Is it what the lists say: proven to fire, held or a known leak, back once or known not to be? */
function isAsListed(name: string, { baseline, allowed, before, after }: Outcome): boolean {
  if (!baseline || allowed !== baseline) return false;
  if (racingLeaks.includes(name)) return true;
  if (knownLeaks.includes(name) !== before > 0) return false;
  return before > 0 || notLive.includes(name) !== (after === baseline);
}

/**
 * Four pages share two cores, so what looks wrong is measured once more, alone. A request that left
 * before the answer has left: that is never measured away.
 */
async function measureAgain(
  some: readonly Vector[],
  outcomes: Map<string, Outcome>,
): Promise<void> {
  for (const vector of some) {
    const first = outcomes.get(vector.name);
    if (!first || isAsListed(vector.name, first)) continue;
    const alone = await runVector(vector, { context, world });
    outcomes.set(vector.name, { ...alone, before: Math.max(first.before, alone.before) });
  }
}

for (const group of ['markup', 'dom', 'net', 'cssom', 'storage'] satisfies Group[]) {
  test(`R01 ${group}: nothing leaves before the answer, everything comes back after it`, async () => {
    test.setTimeout(300_000);
    const some = vectors.filter((vector) => vector.group === group);

    const outcomes = await runAll(some);
    await measureAgain(some, outcomes);
    const where = (holds: (outcome: Outcome) => boolean): string[] =>
      some
        .map(({ name }) => name)
        .filter((name) => {
          const outcome = outcomes.get(name);
          return outcome && holds(outcome);
        });
    const racing = some.map(({ name }) => name).filter((name) => racingLeaks.includes(name));
    const leaked = where(({ before }) => before > 0).filter((name) => !racing.includes(name));
    const dead = where(({ before, after, baseline }) => !before && after !== baseline);
    const held = some.length - leaked.length - racing.length;

    expect(outcomes.size).toBe(some.length);
    table[group] = {
      vectors: some.length,
      held,
      leaked: leaked.length,
      'leaks in a race': racing.length,
      'works after consent': held - dead.length,
    };
    expect
      .soft(
        where(({ baseline }) => !baseline),
        'did not fire without the gate',
      )
      .toEqual([]);
    expect
      .soft(
        where(({ allowed, baseline }) => allowed !== baseline),
        'did not pass to an allowed host',
      )
      .toEqual([]);
    expect
      .soft(leaked, 'leaked')
      .toEqual(some.map(({ name }) => name).filter((name) => knownLeaks.includes(name)));
    expect
      .soft(dead, 'held, and not back')
      .toEqual(some.map(({ name }) => name).filter((name) => notLive.includes(name)));
  });
}
