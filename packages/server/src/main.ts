#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { ConfigurationError } from './configuration-error.js';
import { createServer } from './create-server.js';
import { help, readEnvironment } from './read-environment.js';

async function start(): Promise<void> {
  const { options, host, port } = readEnvironment(process.env, (path) =>
    readFileSync(path, 'utf8'),
  );
  const app = await createServer({ ...options, log: process.stdout });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    // Takes no new request, answers those under way, syncs and closes the database.
    process.once(signal, () => void app.close().then(() => process.exit(0)));
  }
  await app.listen({ host, port });
}

if (process.argv.includes('--help')) {
  process.stdout.write(help());
} else {
  start().catch((error: unknown) => {
    process.stderr.write(
      `${error instanceof ConfigurationError ? error.message : String(error)}\n`,
    );
    process.exitCode = 1;
  });
}
