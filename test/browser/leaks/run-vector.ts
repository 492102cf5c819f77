import type { Engine, EnginePage } from './engine.ts';
import type { Target, Vector } from './vector.ts';
import { vectorPage, type Mode } from './vector-page.ts';
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
  /** What has arrived since the visit began, or since the last call. */
  hits(): Promise<number>;
}

/**
 * Round trips to the page's own server, frames and idle periods: what a vector sends is on its way
 * before them. The baseline run proves that the fence is long enough.
 */
const fence = `(async () => {
  await self.fenced;
  const idle = self.requestIdleCallback ?? ((done) => setTimeout(done, 20));
  for (let round = 0; round < 5; round++) {
    await fetch('/fence', { cache: 'no-store' });
    await new Promise((done) => requestAnimationFrame(done));
    await new Promise((done) => idle(done, { timeout: 200 }));
  }
})()`;

let runs = 0;

/** Two connections to a host: browsers keep those with and without credentials apart. */
async function connect({ warmer }: Place, target: Target): Promise<void> {
  const call = (credentials: string): string =>
    `fetch('${target.url('js')}', { mode: 'no-cors', credentials: '${credentials}' })`;
  await warmer.evaluate(`Promise.all([${call('include')}, ${call('omit')}]).then(() => 0)`);
}

interface Case {
  readonly party: 'tracker' | 'allowed';
  readonly gated: boolean;
  /** The browser is connected to the host already. */
  readonly warm?: true;
}

/** Opens the page of a vector under names of its own, so that nothing is shared with another run. */
async function visit(vector: Vector, place: Place, { party, gated, warm }: Case): Promise<Visit> {
  const { engine, world, mode } = place;
  const run = `r${++runs}`;
  const host = `${run}.${party}.example`;
  const stun = world.stunServer();
  const target: Target = {
    host,
    key: party === 'tracker' ? `_trk_${run}` : `own_${run}`,
    stun: stun.port,
    url: (extension) => `https://${host}/hit.${extension}`,
  };
  const stored = vector.stored?.(target);
  const count = (): number => {
    const { requests, connections } = world.reached(host);
    return vector.connects ? Math.sign(connections + stun.reached()) : requests;
  };
  if (warm) await connect(place, target);
  let counted = stored ? 0 : count();
  const own = `${run}.bank.example`;
  world.show(own, vectorPage(vector, target, gated ? mode : undefined));

  const page = await engine.open(`https://${own}/`);
  return {
    page,
    address: `https://${own}/`,
    async hits() {
      await page.evaluate(fence);
      const now = stored ? Number(Boolean(await page.evaluate(stored))) : count();
      const more = now - counted;
      counted = now;
      return more;
    },
  };
}

/** Counts until there are as many as wanted, a few times at most. */
async function patiently(hits: Visit['hits'], wanted: number, turns: number): Promise<number> {
  let count = await hits();
  for (let turn = 0; turn < turns && count < wanted; turn++) count += await hits();
  return count;
}

async function leave(vector: Vector, { page, address }: Visit): Promise<void> {
  if (vector.leaves) await page.go(`${address}left`);
}

/** What one visit sends; what should fire is given longer: the browser may put a prefetch off. */
async function once(vector: Vector, place: Place, one: Case, turns: number): Promise<number> {
  const seen = await visit(vector, place, one);
  await leave(vector, seen);
  const count = await patiently(seen.hits, 1, turns);
  await seen.page.close();
  return count;
}

const held = { party: 'tracker', gated: true } as const;

/** A visit with an answer: before it, in the same page after it, and on the next view. */
async function answered(
  vector: Vector,
  place: Place,
  baseline: number,
): Promise<Pick<Outcome, 'before' | 'after' | 'reloaded'>> {
  const seen = await visit(vector, place, held);
  const { page, address, hits } = seen;
  const before = await hits();
  await page.act('Promise.resolve(self.sluis?.acceptAll()).then(() => 0)');
  await leave(vector, seen);
  const after = await patiently(hits, baseline, 2);
  let reloaded = 0;
  if (!before && after !== baseline) {
    await page.go(address);
    await leave(vector, seen);
    reloaded = await patiently(hits, baseline, 4);
  }
  await page.close();
  return { before, after, reloaded };
}

/** Without the gate, to an allowed host, before the answer, and after it. */
export async function runVector(vector: Vector, place: Place): Promise<Outcome> {
  const baseline = await once(vector, place, { party: 'tracker', gated: false }, 8);
  if (!baseline) return { baseline, allowed: 0, before: 0, after: 0, reloaded: 0 };
  const allowed = await once(vector, place, { party: 'allowed', gated: true }, 8);
  const { before, after, reloaded } = await answered(vector, place, baseline);
  // Leaving and answering do not go together in one page.
  const leaving = vector.leaves ? await once(vector, place, held, 0) : 0;
  // A connection that is there already cannot be counted.
  const warm = vector.connects ? 0 : await once(vector, place, { ...held, warm: true }, 0);
  return { baseline, allowed, before: before + leaving + warm, after, reloaded };
}
