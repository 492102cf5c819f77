#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { exportTenant, migrate, tidyOnce, verify } from './commands.js';
import { ConfigurationError } from './configuration-error.js';
import { createServer } from './create-server.js';
import { gatherLines } from './gather-lines.js';
import { help, readEnvironment, type Settings } from './read-environment.js';

function settings(): Settings {
  return readEnvironment(process.env, (path) => readFileSync(path, 'utf8'));
}

async function serve(): Promise<void> {
  const { options, host, port } = settings();
  const app = await createServer({ ...options, log: gatherLines(process.stdout) });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    // Takes no new request, answers those under way, syncs and closes the database.
    process.once(signal, () => void app.close().then(() => process.exit(0)));
  }
  await app.listen({ host, port });
}

async function run(command: string | undefined, words: readonly string[]): Promise<void> {
  const write = (text: string): void => void process.stdout.write(text);
  switch (command) {
    case undefined:
      return serve();
    case 'migrate':
      return migrate(settings().options);
    case 'tidy':
      return tidyOnce(settings().options, write);
    case 'export':
      return exportTenant(settings().options, words[0], write);
    case 'verify':
      if (!verify(words[0], words[1], write)) process.exitCode = 1;
      return undefined;
    case '--help':
      return write(help());
    default:
      throw new ConfigurationError(`There is no command "${command}". See --help.`);
  }
}

const [, , command, ...words] = process.argv;
run(command, words).catch((error: unknown) => {
  process.stderr.write(`${error instanceof ConfigurationError ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
