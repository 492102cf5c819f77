import { expect, test } from '@playwright/test';
import { launchChromium } from './chromium-engine.ts';
import type { Engine } from './engine.ts';
import { knownLeaks, racingLeaks } from './known-leaks.ts';
import { notLive } from './not-live.ts';
import { runMatrix } from './run-matrix.ts';
import type { Outcome } from './run-vector.ts';
import type { Group } from './vector.ts';
import { vectors } from './vectors.ts';
import { createWorld, type World } from './world.ts';

let world: World;
let engine: Engine;
const table: Record<string, Record<string, number>> = {};

test.beforeAll(async () => {
  world = await createWorld();
  engine = await launchChromium(world);
});

test.afterAll(async () => {
  console.table(table);
  await engine?.close();
  await world?.close();
});

/** Is it what the lists say: proven to fire, held or a known leak, back once or known not to be? */
function isExpected(name: string, { baseline, allowed, before, after }: Outcome): boolean {
  if (!baseline || allowed !== baseline) return false;
  if (racingLeaks.includes(name)) return true;
  if (knownLeaks.includes(name) !== before > 0) return false;
  return before > 0 || notLive.includes(name) !== (after === baseline);
}

for (const group of ['markup', 'dom', 'net', 'cssom', 'storage'] satisfies Group[]) {
  test(`R01 ${group}: nothing leaves before the answer, everything comes back after it`, async () => {
    test.setTimeout(600_000);
    const some = vectors.filter((vector) => vector.group === group);

    const outcomes = await runMatrix({ engine, world, mode: 'live', vectors: some, isExpected });
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
