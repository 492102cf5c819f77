import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';

/** A program that does not outlive this process, also when a test run breaks off. */
export function startProgram(
  path: string,
  words: readonly string[],
  options: SpawnOptions,
): ChildProcess {
  const child = spawn(path, words, options);
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  return child.once('exit', () => process.off('exit', kill));
}

/** Ends it, and waits until it has ended. */
export async function endProgram(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
