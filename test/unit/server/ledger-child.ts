import { writeSync } from 'node:fs';
import { sealing } from '../../../packages/server/src/database/sealing.js';
import { sqliteStore } from '../../../packages/server/src/database/sqlite.js';

/**
 * Files ten decisions, says each id on its output and kills itself. With `waits` an id is said when
 * the store says that it is on disk, otherwise when it was only handed over: the broken promise that
 * the ledger must find.
 */
const [, , path = '', mode] = process.argv;
const store = sqliteStore(path, sealing('5'.repeat(64)));
for (let n = 0; n < 10; n++) {
  const id = `01900000-0000-7000-8000-00000000000${n}`;
  const fact = { id, kind: 'decision', owner: 'a'.repeat(64), body: `{"n":${n}}` } as const;
  const filed = store.fileFact('site', { ...fact, receivedAt: n, expiresAt: 1e15 }, '');
  if (mode === 'waits') await filed;
  writeSync(1, `${id}\n`);
}
process.kill(process.pid, 'SIGKILL');
