import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { decision, deviceSecret, folder, putDecision, send, server } from './arrange.js';

describe('health', () => {
  it('is healthy and ready', async () => {
    const app = await server();

    expect(await send(app, 'GET', '/healthz')).toMatchObject({
      status: 200,
      body: { status: 'ok' },
    });
    expect(await send(app, 'GET', '/readyz')).toMatchObject({
      status: 200,
      body: { status: 'ready' },
    });
  });

  it(
    'R12 acknowledges nothing while the store takes no write, and the same decision after',
    { timeout: 30_000 },
    async () => {
      const database = join(folder(), 'sluis.db');
      const app = await server({ database });
      const device = deviceSecret();
      const one = decision();
      const blocker = new Sqlite(database);
      blocker.exec('BEGIN IMMEDIATE');

      const refused = await putDecision(app, device, one);
      const ready = await send(app, 'GET', '/readyz');
      const healthy = await send(app, 'GET', '/healthz');
      blocker.exec('ROLLBACK');
      blocker.close();
      const taken = await putDecision(app, device, one);

      expect(refused).toMatchObject({ status: 503, body: { code: 'store' } });
      expect(refused.headers['retry-after']).toBe('5');
      expect([ready.status, healthy.status, taken.status]).toEqual([503, 200, 201]);
    },
  );
});
