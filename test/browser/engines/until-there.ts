import { setTimeout as later } from 'node:timers/promises';

/** Asks a program that is starting until it answers with something true, for a minute at most. */
export async function untilThere<Result>(
  ask: () => Result | Promise<Result>,
  program: string,
): Promise<Result> {
  let why: unknown;
  for (const end = Date.now() + 60_000; Date.now() < end; await later(50)) {
    try {
      const answer = await ask();
      if (answer) return answer;
    } catch (error) {
      why = error;
    }
  }
  throw new Error(`${program} did not start`, { cause: why });
}
