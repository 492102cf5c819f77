import type { Engine, EnginePage } from './engine.ts';
import { fence } from './fence.ts';
import type { Target, Vector } from './vector.ts';
import { vectorPage, type Mode, type Part } from './vector-page.ts';
import type { World } from './world.ts';

/** What one vector did, as often as it did it. */
export interface Outcome {
  /** Without the gate. Zero: this engine does not do it at all. */
  readonly baseline: number;
  /** To an allowed host, with the gate. */
  readonly allowed: number;
  /** Before the answer: on a first connection to the host, and on one that the browser had open. */
  readonly before: number;
  /** In the same page, after "accept all". */
  readonly after: number;
  /** On the next view of the page; measured where `after` fell short. */
  readonly reloaded: number;
}

/** Where vectors run. */
export interface Place {
  readonly engine: Engine;
  readonly world: World;
  readonly mode: Mode;
  /** A page of the bank without a gate, to connect to a host ahead of a visit. */
  readonly warmer: EnginePage;
}

interface Visit {
  readonly page: EnginePage;
  readonly address: string;
  /** What has arrived for each vector since the visit began, or since the last call. */
  hits(): Promise<readonly number[]>;
}

interface Case {
  readonly party: 'tracker' | 'allowed';
  readonly gated: boolean;
  /** The browser is connected to the hosts already. */
  readonly warm?: true;
}

/** Two connections to each host: browsers keep those with and without credentials apart. */
async function connect({ warmer }: Place, parts: readonly Part[]): Promise<void> {
  const calls = parts.flatMap(({ target }) =>
    ['include', 'omit'].map(
      (credentials) =>
        `fetch('${target.url('js')}', { mode: 'no-cors', credentials: '${credentials}' })`,
    ),
  );
  await warmer.evaluate(`Promise.all([${calls.join()}]).then(() => 0)`);
}

let runs = 0;

/** A host and a key that no other run has, so that nothing is shared. */
function targetOf(party: Case['party'], stun: number): Target {
  const run = `r${++runs}`;
  const host = `${run}.${party}.example`;
  return {
    host,
    key: party === 'tracker' ? `_trk_${run}` : `own_${run}`,
    stun,
    url: (extension) => `https://${host}/hit.${extension}`,
  };
}

/** Opens a page on which these vectors stand. */
async function visit(
  vectors: readonly Vector[],
  place: Place,
  { party, gated, warm }: Case,
): Promise<Visit> {
  const { engine, world, mode } = place;
  const servers = vectors.map(({ connects }) => (connects ? world.stunServer() : undefined));
  const parts = vectors.map((vector, index) => ({
    vector,
    target: targetOf(party, servers[index]?.port ?? 0),
  }));
  const counts = (): number[] =>
    parts.map(({ vector, target }, index) => {
      if (vector.stored) return 0;
      const { requests, connections } = world.reached(target.host);
      return vector.connects ? Math.sign(connections + (servers[index]?.reached() ?? 0)) : requests;
    });
  if (warm) await connect(place, parts);
  let counted = counts();
  const own = `b${++runs}.bank.example`;
  // What always passes is not put into a template: it would wait for the purpose.
  const layer = mode === 'template' && party === 'allowed' ? 'live' : mode;
  world.show(own, vectorPage(parts, gated ? layer : undefined));

  const page = await engine.open(`https://${own}/`);
  return {
    page,
    address: `https://${own}/`,
    async hits() {
      await page.evaluate(fence);
      const now = counts();
      for (const [index, { vector, target }] of parts.entries())
        if (vector.stored) now[index] = Number(Boolean(await page.evaluate(vector.stored(target))));
      const more = now.map((value, index) => value - (counted[index] ?? 0));
      counted = now;
      return more;
    },
  };
}

/** Counts until each has as many as wanted, a few times at most. */
async function patiently(
  hits: Visit['hits'],
  wanted: readonly number[],
  turns: number,
): Promise<readonly number[]> {
  let count = await hits();
  const lacks = (): boolean => wanted.some((value, index) => (count[index] ?? 0) < value);
  for (let turn = 0; turn < turns && lacks(); turn++) {
    const more = await hits();
    count = count.map((value, index) => value + (more[index] ?? 0));
  }
  return count;
}

async function leave(vectors: readonly Vector[], { page, address }: Visit): Promise<void> {
  if (vectors.some(({ leaves }) => leaves)) await page.go(`${address}left`);
}

/** What one visit sends; what should fire is given longer: the browser may put a prefetch off. */
async function once(
  vectors: readonly Vector[],
  place: Place,
  one: Case,
  turns: number,
): Promise<readonly number[]> {
  const seen = await visit(vectors, place, one);
  await leave(vectors, seen);
  const wanted = vectors.map(() => (turns ? 1 : 0));
  const count = await patiently(seen.hits, wanted, turns);
  await seen.page.close();
  return count;
}

const held = { party: 'tracker', gated: true } as const;

type Answered = Record<'before' | 'after' | 'reloaded', readonly number[]>;

/** A visit with an answer: before it, in the same page after it, and on the next view. */
async function answered(
  vectors: readonly Vector[],
  place: Place,
  baseline: readonly number[],
): Promise<Answered> {
  const seen = await visit(vectors, place, held);
  const { page, address, hits } = seen;
  const before = await hits();
  await page.act('Promise.resolve(self.sluis?.acceptAll()).then(() => 0)');
  await leave(vectors, seen);
  const after = await patiently(hits, baseline, 2);
  let reloaded: readonly number[] = [];
  if (baseline.some((count, index) => !before[index] && after[index] !== count)) {
    await page.go(address);
    await leave(vectors, seen);
    reloaded = await patiently(hits, baseline, vectors.length === 1 ? 4 : 1);
  }
  await page.close();
  return { before, after, reloaded };
}

/**
 * Without the gate, to an allowed host, before the answer, and after it. Vectors may share pages: each
 * has hosts of its own. What one does may then keep another from doing its own, so of an outcome from a
 * shared page only one that is as it should be in every count says something about the gate.
 */
export async function runVectors(
  vectors: readonly Vector[],
  place: Place,
): Promise<readonly Outcome[]> {
  const patience = vectors.length === 1 ? 8 : 1;
  const free: Case = { party: 'tracker', gated: false };
  const baseline = await once(vectors, place, free, patience);
  const nothing = { baseline: 0, allowed: 0, before: 0, after: 0, reloaded: 0 };
  if (!baseline.some(Boolean)) return vectors.map(() => nothing);
  const control: Case = { party: 'allowed', gated: true };
  const allowed = await once(vectors, place, control, patience);
  const { before, after, reloaded } = await answered(vectors, place, baseline);
  // Leaving and answering do not go together in one page.
  const leaves = vectors.some((vector) => vector.leaves);
  const leaving = leaves ? await once(vectors, place, held, 0) : [];
  const warm = await once(vectors, place, { ...held, warm: true }, 0);
  return vectors.map(({ connects }, index) => ({
    baseline: baseline[index] ?? 0,
    allowed: allowed[index] ?? 0,
    // A connection that is there already cannot be counted: warm, a connecting vector counts nothing.
    before: (before[index] ?? 0) + (leaving[index] ?? 0) + (connects ? 0 : (warm[index] ?? 0)),
    after: after[index] ?? 0,
    reloaded: reloaded[index] ?? 0,
  }));
}
