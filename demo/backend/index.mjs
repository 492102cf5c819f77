import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { audience, issuer } from './token-issuer.mjs';

const built = new URL('../../packages/server/dist/index.js', import.meta.url);

/**
 * The consent server of the demo, on one port and one file for as long as the world stands, so that it
 * can be stopped and started again under a page.
 * @param {{ file: string, port?: number, keys: object, origins: readonly string[], relay?: object, log?: { write: (line: string) => void } }} options
 */
export function createBackend({ file, port = 0, keys, origins, relay, log }) {
  if (!existsSync(built))
    throw new Error('The consent server is not built. Run npm run build, then start again.');
  mkdirSync(dirname(file), { recursive: true });
  let open = port;
  let server;

  async function start() {
    if (server) return;
    const { createServer } = await import(built.href);
    const fresh = await createServer({
      database: file,
      origins,
      trustProxy: ['127.0.0.1'],
      identity: { keys, issuer, audience },
      relay,
      log,
    });
    await fresh.listen({ port: open, host: '127.0.0.1' });
    open = fresh.server.address().port;
    server = fresh;
  }

  async function stop() {
    const old = server;
    server = undefined;
    old?.server.closeAllConnections();
    await old?.close();
  }

  /** Decisions on disk, or null while the server is down. */
  function records() {
    if (!server) return null;
    const database = new Database(file, { readonly: true });
    try {
      return database.prepare("SELECT count(*) AS n FROM ledger WHERE kind = 'decision'").get().n;
    } finally {
      database.close();
    }
  }

  return { file, port: () => open, isUp: () => Boolean(server), start, stop, records };
}
