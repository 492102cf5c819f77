import type { Engine } from './engine.ts';
import { runVector, type Outcome, type Place } from './run-vector.ts';
import type { Vector } from './vector.ts';
import type { Mode } from './vector-page.ts';
import type { World } from './world.ts';

interface Run {
  readonly engine: Engine;
  readonly world: World;
  readonly mode: Mode;
  readonly vectors: readonly Vector[];
  /** What looks wrong is measured once more, alone: pages at a time share two cores. */
  readonly isExpected: (name: string, outcome: Outcome) => boolean;
}

/** Every vector in one browser and one mode, as many pages at a time as the engine bears. */
export async function runMatrix({
  engine,
  world,
  mode,
  vectors,
  isExpected,
}: Run): Promise<ReadonlyMap<string, Outcome>> {
  world.show('warm.bank.example', '<!doctype html><title>Warm</title>');
  const warmer = await engine.open('https://warm.bank.example/');
  const place: Place = { engine, world, mode, warmer };
  const outcomes = new Map<string, Outcome>();
  const waiting = [...vectors];
  const lane = async (): Promise<void> => {
    for (let vector = waiting.shift(); vector; vector = waiting.shift())
      outcomes.set(vector.name, await runVector(vector, place));
  };
  await Promise.all(Array.from({ length: engine.lanes }, lane));

  for (const vector of vectors) {
    const first = outcomes.get(vector.name);
    if (!first || isExpected(vector.name, first)) continue;
    const alone = await runVector(vector, place);
    // A request that left before the answer has left: that is never measured away.
    outcomes.set(vector.name, { ...alone, before: Math.max(first.before, alone.before) });
  }
  await warmer.close();
  return outcomes;
}
