import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { postgresSharedKeys } from '../../packages/server/src/relay/postgres-shared-keys.js';
import { relayTokens } from '../../packages/server/src/relay/relay-tokens.js';
import type { SharedKeys } from '../../packages/server/src/relay/share-key.js';
import { server } from '../unit/server/arrange.js';
import { fakeVendor } from '../unit/server/fake-vendor.js';
import { startCluster, type Cluster } from './postgres.js';

let cluster: Cluster;
beforeAll(async () => {
  cluster = await startCluster({ durable: false });
}, 60_000);
afterAll(() => cluster.remove());

function opened(address: string): SharedKeys {
  const keys = postgresSharedKeys(address);
  onTestFinished(() => keys.close());
  return keys;
}

/** Every file of the cluster in which one of these is found. */
async function filesWith(
  address: string,
  needles: readonly (string | Buffer)[],
): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  await client.query('CHECKPOINT');
  const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
  await client.end();
  const folder = rows[0]?.data_directory ?? '';
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  return files
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name))
    .filter((path) => needles.some((needle) => readFileSync(path).includes(needle)));
}

describe('the keys that processes share', { timeout: 60_000 }, () => {
  it('R24 are one for all processes on a day, apart by tenant, and another one on the next', async () => {
    const address = await cluster.database();
    const processes = Array.from({ length: 4 }, () => opened(address));
    const ask = (tenant: string, day: number): Promise<readonly string[]> =>
      Promise.all(
        processes.map(async (one) =>
          (await one.share(tenant, day, randomBytes(32))).toString('hex'),
        ),
      );

    const [one, other, tomorrow, still] = [
      await ask('one', 1),
      await ask('two', 1),
      await ask('one', 2),
      await ask('one', 2),
    ];

    expect([one, other, tomorrow].map((keys) => new Set(keys).size)).toEqual([1, 1, 1]);
    expect(new Set([one[0], other[0], tomorrow[0]]).size).toBe(3);
    expect(still).toEqual(tomorrow);
  });

  it('R24 leave no old key in any file of the database', async () => {
    const address = await cluster.database();
    const keys = opened(address);
    const [old, fresh] = [randomBytes(32), randomBytes(32)];
    await keys.share('one', 1, old);

    await keys.share('one', 2, fresh);

    expect(await filesWith(address, ['relay_keys'])).not.toEqual([]);
    expect(await filesWith(address, [old.toString('hex'), old])).toEqual([]);
  });

  it('R24 give one visitor one id a day, whichever process takes the hit', async () => {
    const vendor = await fakeVendor();
    const [database, key] = [await cluster.database(), 'ab'.repeat(32)];
    const service = {
      vendor: 'google-analytics',
      purposes: ['analytics'],
      ids: ['G-BANK1'],
      upstream: vendor.origin,
    } as const;
    const at = Date.now(); // not one on either side of midnight
    const options = { database, key, now: () => at, relay: { services: { ga: service } } };
    const processes = [await server(options), await server(options)];
    const token = relayTokens(key, 'site').sign(['analytics'], at + 600_000);

    for (const app of processes)
      await app.inject(`/relay/ga/g/collect?v=2&tid=G-BANK1&cid=1834567890.1&sluis=${token}`);
    const requests = await vendor.received(2);

    const ids = requests.map(({ url }) => /cid=([^&]+)/.exec(url)?.[1]);
    expect(ids[0]).toMatch(/^\d+\.\d+$/);
    expect(ids[1]).toBe(ids[0]);
    expect(ids[0]).not.toContain('1834567890');
  });
});
