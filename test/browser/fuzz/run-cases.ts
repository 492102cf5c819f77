import type { Engine, EnginePage } from '../leaks/engine.ts';
import { fence } from '../leaks/fence.ts';
import { gateOf } from '../leaks/vector-page.ts';
import type { World } from '../leaks/world.ts';
import type { Piece } from './grammar.ts';

export interface Place {
  readonly engine: Engine;
  readonly world: World;
  /** A page of the bank without a gate, to connect to trackers ahead of a visit. */
  readonly warmer: EnginePage;
}

interface How {
  readonly gated: boolean;
  /** The browser is connected to the trackers already. */
  readonly warm: boolean;
}

let pages = 0;

/** The page on which cases stand, each apart and with a tracker of its own. */
export function pageOf(pieces: readonly string[], gated: boolean): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Fuzz</title>${gated ? gateOf('live') : ''}
</head><body>
${pieces.map((piece) => `<div>${piece}</div>`).join('\n')}
</body></html>`;
}

/** Puts cases on one page, and tells for each whether its tracker was reached. */
export async function runCases(
  cases: readonly Piece[],
  { engine, world, warmer }: Place,
  { gated, warm }: How,
): Promise<readonly boolean[]> {
  const run = ++pages;
  const hosts = cases.map((_, index) => `c${index}.f${run}.tracker.example`);
  if (warm) {
    const calls = hosts.flatMap((host) =>
      ['include', 'omit'].map(
        (credentials) =>
          `fetch('https://${host}/warm.js', { mode: 'no-cors', credentials: '${credentials}' })`,
      ),
    );
    await warmer.evaluate(`Promise.all([${calls.join()}]).then(() => 0)`);
  }
  const before = hosts.map((host) => world.reached(host).requests);
  const pieces = cases.map((piece, index) => piece(hosts[index] ?? ''));
  world.show(`f${run}.bank.example`, pageOf(pieces, gated));
  const page = await engine.open(`https://f${run}.bank.example/`);
  await page.evaluate(fence);
  await page.close();
  return hosts.map((host, index) => world.reached(host).requests > (before[index] ?? 0));
}
