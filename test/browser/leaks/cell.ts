import type { Engine } from './engine.ts';
import type { Outcome } from './run-vector.ts';
import type { Group } from './vector.ts';
import type { Mode } from './vector-page.ts';

/** Where a cell of the matrix stands. */
export interface Address {
  readonly engine: Engine['name'];
  readonly mode: Mode;
  readonly group: Group;
}

/** What was measured there. A vector that is in no list is held, and works at once after consent. */
export interface Cell extends Address {
  /** How many fire in this engine without a gate. */
  readonly vectors: number;
  /** Those that do not. */
  readonly absent: readonly string[];
  readonly leaked: readonly string[];
  /** Held, and back on the next view of the page only. */
  readonly later: readonly string[];
  /** Held, and not back at all. */
  readonly never: readonly string[];
  /** Another number of requests to an allowed host than without the gate. */
  readonly broken: readonly string[];
}

/** From the best to the worst. */
const fates = ['at once', 'later', 'never', 'leaked', 'absent'] as const;
type Fate = (typeof fates)[number];

export function fateOf({ baseline, before, after, reloaded }: Outcome): Fate {
  if (!baseline) return 'absent';
  if (before) return 'leaked';
  if (after === baseline) return 'at once';
  return reloaded === baseline ? 'later' : 'never';
}

export const isBroken = ({ baseline, allowed }: Outcome): boolean => allowed !== baseline;

/** What a cell says of a vector. */
const fateIn = (cell: Cell, name: string): Fate =>
  fates.find((fate) => fate !== 'at once' && cell[fate].includes(name)) ?? 'at once';

/** Is this what the cell says of it? */
export const isIn = (cell: Cell, name: string, outcome: Outcome): boolean =>
  fateIn(cell, name) === fateOf(outcome) && cell.broken.includes(name) === isBroken(outcome);

/** A leak that is a race counts as a leak, also where it was found held. */
export function cellOf(
  address: Address,
  outcomes: ReadonlyMap<string, Outcome>,
  racing: readonly string[],
): Cell {
  const all = [...outcomes].map(
    ([name, outcome]) => [name, racing.includes(name) ? 'leaked' : fateOf(outcome)] as const,
  );
  const where = (fate: Fate): string[] =>
    all.filter(([, one]) => one === fate).map(([name]) => name);
  const absent = where('absent');
  return {
    ...address,
    vectors: all.length - absent.length,
    absent,
    leaked: where('leaked'),
    later: where('later'),
    never: where('never'),
    broken: [...outcomes].filter(([, outcome]) => isBroken(outcome)).map(([name]) => name),
  };
}

/** Sentences for what was better in the committed cell, of the vectors that were measured. */
export function dropsOf(committed: Cell, measured: Cell, names: readonly string[]): string[] {
  const badness = (cell: Cell, name: string): number => fates.indexOf(fateIn(cell, name));
  const worse = names
    .filter((name) => badness(measured, name) > badness(committed, name))
    .map((name) => `${name}: was ${fateIn(committed, name)}, is ${fateIn(measured, name)}`);
  const broken = measured.broken.filter((name) => !committed.broken.includes(name));
  return [...worse, ...broken.map((name) => `${name}: broken to an allowed host`)];
}
