import { expect, test } from '@playwright/test';
import { cellOf, dropsOf, fateOf, isBroken, isIn, type Address, type Cell } from './cell.ts';
import type { Engine } from './engine.ts';
import { engines } from './engines.ts';
import { knownLeaks, racingLeaks } from './known-leaks.ts';
import { committedCell, tableOf, writeCell } from './matrix-file.ts';
import { runMatrix } from './run-matrix.ts';
import type { Outcome } from './run-vector.ts';
import type { Group } from './vector.ts';
import type { Mode } from './vector-page.ts';
import { vectors } from './vectors.ts';
import { createWorld, type World } from './world.ts';

/** `npm run matrix` measures everything, each thing that is not perfect by itself, and writes. */
const writes = process.env.SLUIS_MATRIX === 'write';

interface Part {
  readonly mode: Mode;
  readonly groups: readonly Group[];
  /** What `npm test` measures: every how many-th vector of a group. */
  readonly inTest: Partial<Record<Engine['name'], number>>;
}

const groups = ['markup', 'dom', 'net', 'cssom', 'storage'] as const;
const parts: readonly Part[] = [
  { mode: 'live', groups, inTest: { chromium: 1, firefox: 10, webkit: 10 } },
  { mode: 'strict', groups, inTest: { chromium: 10 } },
  { mode: 'template', groups: ['markup'], inTest: { chromium: 1, firefox: 10, webkit: 10 } },
];

const isFine = (_name: string, outcome: Outcome): boolean =>
  ['absent', 'at once', 'later'].includes(fateOf(outcome)) && !isBroken(outcome);

/**
 * On a page that is shared one vector may keep another from doing its own, so only what is as good as it
 * can be, or left all the same, says something about the gate. What came back on the next view there may
 * come back at once alone: that is looked into where it is quick. A test is content with what is known.
 */
function isSettledIn({ engine, mode }: Address, committed: Cell | undefined): typeof isFine {
  if (committed && !writes) return (name, outcome) => isIn(committed, name, outcome);
  const good = ['at once', 'leaked'];
  if (engine !== 'chromium' || mode === 'strict') good.push('later');
  return (_name, outcome) => good.includes(fateOf(outcome)) && !isBroken(outcome);
}

for (const name of ['chromium', 'firefox', 'webkit'] as const) {
  const launch = engines[name];
  if (!launch) continue;
  test.describe(name, () => {
    let world: World;
    let engine: Engine;
    const measured: Cell[] = [];

    test.beforeAll(async () => {
      world = await createWorld();
      engine = await launch(world);
    });

    test.afterAll(async () => {
      console.warn(`\n${tableOf(measured)}\n`);
      await engine?.close();
      await world?.close();
    });

    for (const { mode, groups, inTest } of parts) {
      const step = writes ? 1 : inTest[name];
      if (!step) continue;
      const some = step === 1 ? '' : ` (every ${step}th)`;
      for (const group of groups) {
        const address: Address = { engine: name, mode, group };
        const committed = committedCell(address);
        // A test says whether something got worse.
        if (!writes && !committed) continue;
        test(`R01 ${name}, ${mode}, ${group}${some}: nothing leaves before the answer, everything comes back after it`, async () => {
          test.setTimeout(1_800_000);
          const all = vectors.filter((vector) => vector.group === group);

          const outcomes = await runMatrix({
            engine,
            world,
            mode,
            vectors: all.filter((_, at) => at % step === 0),
            isSettled: isSettledIn(address, committed),
            isExpected: committed ? (vector, outcome) => isIn(committed, vector, outcome) : isFine,
          });
          const isListed = engine.name === 'chromium' && mode === 'live';
          const cell = cellOf(address, outcomes, isListed ? racingLeaks : []);
          measured.push(cell);
          const names = [...outcomes.keys()];
          const drops = committed ? dropsOf(committed, cell, names) : [];

          expect.soft(drops, 'better in the committed matrix').toEqual([]);
          if (isListed) {
            const listed = names.filter((one) => [...knownLeaks, ...racingLeaks].includes(one));
            expect.soft(cell.leaked, 'leaked').toEqual(listed);
          }
          if (writes && !drops.length) writeCell(cell);
        });
      }
    }
  });
}
