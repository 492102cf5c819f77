import { readFileSync } from 'node:fs';
import { ConfigurationError } from './configuration-error.js';
import type { Store } from './database/contract.js';
import { openStore } from './database/open-store.js';
import { exportChain } from './export-chain.js';
import { headSigning } from './head-signing.js';
import { installationKey } from './installation-key.js';
import { checkOptions, type ServerOptions } from './server-options.js';
import { openTenants } from './tenant.js';
import { tidy } from './tidy.js';
import { verifyExport } from './verify-export.js';

type Write = (text: string) => void;

async function withStore(
  options: ServerOptions,
  work: (store: Store, key: string) => Promise<void>,
): Promise<void> {
  checkOptions(options);
  const key = options.key ?? installationKey(options.database);
  const store = await openStore(options.database, key);
  try {
    await work(store, key);
  } finally {
    await store.close();
  }
}

/** Brings the database to the newest version and ends, for those who do not let a server do that. */
export async function migrate(options: ServerOptions): Promise<void> {
  await withStore(options, async () => undefined);
}

/** One round of what a running server does every quarter of an hour. */
export async function tidyOnce(options: ServerOptions, write: Write): Promise<void> {
  await withStore(options, async (store, key) => {
    const swept = await tidy(store, openTenants(options, key), (options.now ?? Date.now)());
    write(`${swept} records were past their time.\n`);
  });
}

/**
 * Writes a tenant's chain, to be checked by `verify`.
 * @param name of the tenant; not needed where there is one
 */
export async function exportTenant(
  options: ServerOptions,
  name: string | undefined,
  write: Write,
): Promise<void> {
  await withStore(options, async (store, key) => {
    const tenants = openTenants(options, key);
    const [tenant] = name === undefined ? tenants : tenants.filter(({ id }) => id === name);
    if (!tenant || (name === undefined && tenants.length > 1)) {
      const names = tenants.map(({ id }) => id).join(', ');
      throw new ConfigurationError(`Name the tenant to export, one of: ${names}.`);
    }
    for await (const part of exportChain(store, tenant.id, headSigning(key), Date.now()))
      write(part);
  });
}

function read(path: string | undefined): unknown {
  if (path === undefined)
    throw new ConfigurationError('Name the export to check: sluis-server verify export.json.');
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new ConfigurationError(`The export "${path}" cannot be read. Check the path.`);
  }
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Checks an export and says what it found.
 * @param publicKey what `GET /v1/head` published, kept from then
 * @returns does all of it hold?
 */
export function verify(
  path: string | undefined,
  publicKey: string | undefined,
  write: Write,
): boolean {
  const fault = verifyExport(read(path), publicKey);
  if (!fault) write('The chain is whole, and every record in it is as it was committed to.\n');
  else if (fault.seq === undefined) write(`Not sound: ${fault.why}.\n`);
  else write(`Record ${fault.seq} is the first that does not hold: ${fault.why}.\n`);
  return !fault;
}
