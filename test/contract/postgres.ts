import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from './free-port.js';

/** A real PostgreSQL of its own: an empty cluster in a folder that goes with it. */
export interface Cluster {
  /** Makes an empty database. @returns its address */
  database(): Promise<string>;
  /** Ends it without a check-point, as a power cut would; `start` brings it back. */
  stopImmediate(): Promise<void>;
  start(): Promise<void>;
  /** All that it has logged. */
  readonly log: () => string;
  /** Where its files are. */
  readonly folder: string;
  /** The process whose children do the work. */
  readonly pid: () => number;
  /** Ends it and removes its files. */
  remove(): Promise<void>;
}

/** The folder of `initdb` and `postgres`: that of `pg_config`, or of a newest Debian package. */
function binaries(): string {
  const found: string[] = [];
  try {
    found.push(execFileSync('pg_config', ['--bindir'], { encoding: 'utf8' }).trim());
  } catch {
    // Not on the path; Debian keeps each version in a folder of its own.
  }
  const debian = '/usr/lib/postgresql';
  if (existsSync(debian)) {
    const versions = readdirSync(debian).sort((a, b) => Number(b) - Number(a));
    found.push(...versions.map((version) => join(debian, version, 'bin')));
  }
  const folder = found.find((one) => existsSync(join(one, 'initdb')));
  if (folder) return folder;
  throw new Error(
    'PostgreSQL is not installed, and its tests may not be left out. Install the server: apt-get install postgresql.',
  );
}

interface User {
  readonly uid?: number;
  readonly gid?: number;
}

/** PostgreSQL refuses to run as root: then it runs as the user that its package made. */
function user(): User {
  if (process.getuid?.() !== 0) return {};
  const id = (what: string): number =>
    Number(execFileSync('id', [what, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

async function untilReady(address: string, server: ChildProcess): Promise<void> {
  while (server.exitCode === null) {
    const client = new pg.Client({ connectionString: address });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50)); // It tells nobody when it is up.
    }
  }
  throw new Error(
    `PostgreSQL ended with ${server.exitCode} while it started: see that its port is free.`,
  );
}

/**
 * Starts a cluster on a free port.
 * @param durable false where nothing is pulled out: quicker, since it waits for no disk
 * @throws when PostgreSQL is not installed, with the fix
 */
export async function startCluster({ durable }: { readonly durable: boolean }): Promise<Cluster> {
  const bin = binaries();
  const owner = user();
  const folder = mkdtempSync(join(tmpdir(), 'sluis-postgres-'));
  if (owner.uid !== undefined && owner.gid !== undefined) chownSync(folder, owner.uid, owner.gid);
  const data = join(folder, 'data');
  const initdb = ['-D', data, '-U', 'sluis', '-A', 'trust', '-E', 'UTF8', '--no-locale', '-N'];
  execFileSync(join(bin, 'initdb'), initdb, { ...owner, cwd: folder, stdio: 'ignore' });
  const port = await freePort();
  const address = (name: string): string => `postgres://sluis@127.0.0.1:${port}/${name}`;
  let server: ChildProcess | undefined;
  let made = 0;
  let log = '';

  async function start(): Promise<void> {
    const words = [
      '-D',
      data,
      '-p',
      String(port),
      '-k',
      folder,
      '-c',
      'listen_addresses=127.0.0.1',
    ];
    if (!durable) words.push('-F');
    server = spawn(join(bin, 'postgres'), words, { ...owner, cwd: folder });
    server.stderr?.setEncoding('utf8').on('data', (lines: string) => (log += lines));
    await untilReady(address('postgres'), server);
  }

  async function stopImmediate(): Promise<void> {
    if (!server || server.exitCode !== null) return;
    const gone = once(server, 'exit');
    server.kill('SIGQUIT');
    await gone;
  }

  await start();
  return {
    start,
    stopImmediate,
    log: () => log,
    folder,
    pid: () => server?.pid ?? 0,
    async database() {
      const name = `test_${++made}`;
      const client = new pg.Client({ connectionString: address('postgres') });
      await client.connect();
      await client.query(`CREATE DATABASE ${name}`);
      await client.end();
      return address(name);
    },
    async remove() {
      await stopImmediate();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
