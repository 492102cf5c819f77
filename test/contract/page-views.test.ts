import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPageViews } from '../../packages/server/src/counter/open-page-views.js';
import { folder } from '../unit/server/arrange.js';
import { startCluster, type Cluster } from './postgres.js';

let cluster: Cluster;
beforeAll(async () => {
  cluster = await startCluster({ durable: false });
}, 60_000);
afterAll(() => cluster.remove());

const stores = {
  SQLite: async () => join(folder(), 'sluis.db'),
  PostgreSQL: () => cluster.database(),
};

describe.each(Object.entries(stores))('page views on %s', (_, database) => {
  it('S53 adds to what is there, apart by tenant, day and page, for whoever opens the database', async () => {
    const address = await database();
    const [one, two] = [openPageViews(address), openPageViews(address)];
    const view = { tenant: 'site', day: '2026-11-26', page: '/', views: 2 };

    await Promise.all([one.add([view, { ...view, page: '/a' }]), two.add([view])]);
    await one.add([
      { ...view, tenant: 'other' },
      { ...view, day: '2026-11-27' },
    ]);
    await one.close();
    const found = await two.between('site', '2026-11-26', '2026-11-26');
    await two.close();

    expect(found).toEqual([
      { ...view, views: 4 },
      { ...view, page: '/a' },
    ]);
  });

  it('R54 forgets the days before one', async () => {
    const store = openPageViews(await database());
    const view = { tenant: 'site', day: '2024-10-25', page: '/', views: 2 };
    await store.add([view, { ...view, day: '2024-10-26' }]);

    await store.forget('2024-10-26');
    const found = await store.between('site', '2000-01-01', '2030-01-01');
    await store.close();

    expect(found).toEqual([{ ...view, day: '2024-10-26' }]);
  });
});
