import type { Acknowledgement, Decision } from '@sluis/schema';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sealing } from '../../../packages/server/src/database/sealing.js';
import { sqliteStore } from '../../../packages/server/src/database/sqlite.js';
import { decision, deviceSecret, folder, putDecision, send, server } from './arrange.js';
import { bundle, run, type Program } from './program.js';

const main = 'packages/server/src/main.ts';

/** Decisions that a server acknowledged, with what it said. */
type Ledger = Map<string, { readonly one: Decision; readonly said: Acknowledgement }>;

/** Puts decisions until the server is gone, and notes each one it acknowledged. */
async function sendUntilDead(
  base: string,
  device: string,
  ledger: Ledger,
  onAck: () => void,
): Promise<void> {
  for (;;) {
    const one = decision();
    try {
      const answer = await fetch(`${base}/v1/decisions/${one.id}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', 'sluis-device': device },
        body: JSON.stringify(one),
      });
      const said: Acknowledgement = JSON.parse(await answer.text());
      if (answer.status !== 201) return;
      ledger.set(one.id, { one, said });
    } catch {
      return;
    }
    onAck();
  }
}

/** Eight senders at once; `end` is called at the 200th acknowledgement, in the middle of the load. */
async function loadUntil(program: Program, device: string, end: () => void): Promise<Ledger> {
  const ledger: Ledger = new Map();
  const [, base = ''] = await program.line(/"Server listening at (http:[^"]+)"/);
  const senders = Array.from({ length: 8 }, () =>
    sendUntilDead(base, device, ledger, () => ledger.size === 200 && end()),
  );
  await Promise.all(senders);
  return ledger;
}

/** Ids of the ledger that a server on this database does not have exactly as acknowledged. */
async function lost(database: string, device: string, ledger: Ledger): Promise<readonly string[]> {
  const app = await server({ database, rateLimit: 1e6 });
  const missing: string[] = [];
  for (const [id, { one, said }] of ledger) {
    const { body } = await send(app, 'GET', `/v1/decisions/${id}/receipt`, { device });
    const expected = {
      schema: 'ISO/IEC TS 27560:2023',
      decision: one,
      policy: '',
      acknowledgement: said,
    };
    if (!isSame(body, expected)) missing.push(id);
  }
  return missing;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one, sorted) === JSON.stringify(other, sorted);
}

function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function connectTo(base: string): Socket {
  const { hostname, port } = new URL(base);
  const socket = connect(Number(port), hostname);
  onTestFinished(() => void socket.destroy());
  return socket;
}

/** Knocks until nobody listens there any more. */
async function untilRefused(base: string): Promise<void> {
  for (;;) {
    try {
      const socket = connectTo(base);
      await once(socket, 'connect');
      socket.destroy();
    } catch {
      return;
    }
  }
}

describe('durability', () => {
  it(
    'R12 has every decision that it acknowledged before it was killed with SIGKILL under load',
    { timeout: 60_000 },
    async () => {
      const database = join(folder(), 'sluis.db');
      const device = deviceSecret();
      const program = run(await bundle(main), {
        SLUIS_DATABASE: database,
        SLUIS_PORT: '0',
        SLUIS_RATE_LIMIT: '1000000',
      });

      const ledger = await loadUntil(program, device, () => program.process.kill('SIGKILL'));
      const { signal } = await program.exit;

      expect(signal).toBe('SIGKILL');
      expect(ledger.size).toBeGreaterThanOrEqual(200);
      expect(await lost(database, device, ledger)).toEqual([]);
    },
  );

  it(
    'R12 answers what is under way at SIGTERM, keeps it and ends with 0',
    { timeout: 60_000 },
    async () => {
      const database = join(folder(), 'sluis.db');
      const device = deviceSecret();
      const program = run(await bundle(main), { SLUIS_DATABASE: database, SLUIS_PORT: '0' });
      const [, base = ''] = await program.line(/"Server listening at (http:[^"]+)"/);
      const one = decision();
      const body = JSON.stringify(one);
      const socket = connectTo(base);
      const answer = text(socket);
      socket.write(
        `PUT /v1/decisions/${one.id} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n` +
          `Sluis-Device: ${device}\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 20)}`,
      );
      // Answered after the half request was taken in, since that came first.
      await fetch(`${base}/readyz`);

      program.process.kill('SIGTERM');
      await untilRefused(base);
      socket.write(body.slice(20));
      const said = await answer;
      const { code, errors } = await program.exit;

      expect([code, errors]).toEqual([0, '']);
      expect(said).toMatch(/^HTTP\/1\.1 201 /);
      const after = await server({ database });
      expect((await putDecision(after, device, one)).status).toBe(200);
    },
  );

  it(
    'R12 loses nothing that the store promised, while a promise too early is found out',
    { timeout: 60_000 },
    async () => {
      const child = await bundle('test/unit/server/ledger-child.ts');
      const said = async (mode: string): Promise<readonly [said: number, there: number]> => {
        const database = join(folder(), 'sluis.db');
        const program = run(child, {}, [database, mode]);
        await program.exit;
        const store = sqliteStore(database, sealing('5'.repeat(64)));
        const found = await Promise.all(program.lines.map((id) => store.readFact('site', id)));
        await store.close();
        return [program.lines.length, found.filter(Boolean).length];
      };

      const kept = await said('waits');
      const broken = await said('hurries');

      expect(kept).toEqual([10, 10]);
      expect(broken).toEqual([10, 0]);
    },
  );

  it('S52 refuses to start on a database that another key wrote', async () => {
    const database = join(folder(), 'sluis.db');
    const before = await server({ database });
    await before.close();

    const start = server({ database, key: 'f'.repeat(64) });

    await expect(start).rejects.toThrow(/key is not the one this database was written with/);
  });
});
