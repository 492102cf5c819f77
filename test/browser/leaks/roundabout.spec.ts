import { expect, test } from '@playwright/test';
import { fateOf, isBroken } from './cell.ts';
import { launchChromium } from './chromium-engine.ts';
import type { Outcome } from './run-vector.ts';
import { runMatrix } from './run-matrix.ts';
import { roundabout } from './vectors/siblings/roundabout.ts';
import { createWorld } from './world.ts';

const isHeld = (_name: string, outcome: Outcome): boolean =>
  ['absent', 'at once', 'later'].includes(fateOf(outcome)) && !isBroken(outcome);

test('R01 chromium, live: ways round the gate lead nowhere before the answer, and to an allowed host at once', async () => {
  test.setTimeout(600_000);
  const world = await createWorld();
  const engine = await launchChromium(world);

  const outcomes = await runMatrix({
    engine,
    world,
    mode: 'live',
    vectors: roundabout,
    isSettled: isHeld,
    isExpected: isHeld,
  });
  await engine.close();
  await world.close();

  const faults = [...outcomes].filter(([name, outcome]) => !isHeld(name, outcome));
  expect(faults.map(([name, outcome]) => `${name} ${JSON.stringify(outcome)}`)).toEqual([]);
});
