import { setTimeout as later } from 'node:timers/promises';
import type { Engine } from './engine.ts';
import { runVectors, type Outcome, type Place } from './run-vector.ts';
import type { Vector } from './vector.ts';
import type { Mode } from './vector-page.ts';
import type { World } from './world.ts';

interface Run {
  readonly engine: Engine;
  readonly world: World;
  readonly mode: Mode;
  readonly vectors: readonly Vector[];
  /** Does an outcome from a shared page settle it? */
  readonly isSettled: (name: string, outcome: Outcome) => boolean;
  /** Is it as it was? What is not is measured once more: pages at a time share two cores. */
  readonly isExpected: (name: string, outcome: Outcome) => boolean;
}

/** Milliseconds that the pages of a lot may take; most take five seconds. */
const patience = 90_000;

/** Vectors on one page, in the first pass. */
const together = 16;

/** How often a vector that is not as expected is measured alone: a busy machine may keep it from firing at all. */
const turns = 3;

/** Those that can share a page in lots, and each other one by itself. */
function lotsOf(vectors: readonly Vector[]): Vector[][] {
  const mayShare = ({ alone, leaves }: Vector): boolean => !alone && !leaves;
  const sharing = vectors.filter(mayShare);
  const lots = Array.from({ length: Math.ceil(sharing.length / together) }, (_, at) =>
    sharing.slice(at * together, (at + 1) * together),
  );
  return [...lots, ...vectors.filter((vector) => !mayShare(vector)).map((vector) => [vector])];
}

/**
 * Each lot on pages of its own, as many at a time as the engine bears. What could not be measured, since
 * the page did not answer, is left out.
 */
async function runLots(
  lots: readonly (readonly Vector[])[],
  place: Place,
  found: (vector: Vector, outcome: Outcome) => void,
): Promise<void> {
  const waiting = [...lots];
  const lane = async (): Promise<void> => {
    for (let lot = waiting.shift(); lot; lot = waiting.shift()) {
      const names = lot.map(({ name }) => name).join('; ');
      const late = later(patience, undefined, { ref: false }).then(() => {
        throw new Error('took too long');
      });
      const outcomes = await Promise.race([runVectors(lot, place), late]).catch(
        (error: unknown) => {
          console.warn(`${names}: ${error}`);
          return [];
        },
      );
      for (const [index, vector] of lot.entries()) {
        const outcome = outcomes[index];
        if (outcome) found(vector, outcome);
      }
    }
  };
  await Promise.all(Array.from({ length: place.engine.lanes }, lane));
}

/**
 * Every vector in one browser and one mode. First several on a page, which is fast; then what was not
 * settled there, each on pages of its own, which is what counts; then what is not as expected, with
 * nothing else going on.
 */
export async function runMatrix(run: Run): Promise<ReadonlyMap<string, Outcome>> {
  const { engine, world, mode, vectors, isSettled, isExpected } = run;
  world.show('warm.bank.example', '<!doctype html><title>Warm</title>');
  const warmer = await engine.open('https://warm.bank.example/');
  const place: Place = { engine, world, mode, warmer };
  const outcomes = new Map<string, Outcome>();
  const without = (isFine: Run['isSettled']): Vector[][] =>
    vectors
      .filter(({ name }) => {
        const outcome = outcomes.get(name);
        return !outcome || !isFine(name, outcome);
      })
      .map((vector) => [vector]);
  // A request that left before the answer has left: that is never measured away.
  const found = ({ name }: Vector, outcome: Outcome): void => {
    const first = outcomes.get(name)?.before ?? 0;
    outcomes.set(name, { ...outcome, before: Math.max(first, outcome.before) });
  };

  await runLots(lotsOf(vectors), place, found);
  await runLots(without(isSettled), place, found);
  const alone = { ...place, engine: { ...engine, lanes: 1 } };
  for (let turn = 0; turn < turns; turn++) await runLots(without(isExpected), alone, found);
  await warmer.close();
  return new Map(
    vectors.map(({ name }) => {
      const outcome = outcomes.get(name);
      if (!outcome) throw new Error(`Could not be measured: ${name}`);
      return [name, outcome];
    }),
  );
}
