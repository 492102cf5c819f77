import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { DecisionRecord, Store } from '../../packages/server/src/database/contract.js';
import { sqliteStore } from '../../packages/server/src/database/sqlite.js';

/** A place where a store can be opened again and again. */
interface Place {
  readonly open: () => Store;
}

function sqlitePlace(): Place {
  const folder = mkdtempSync(join(tmpdir(), 'sluis-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return { open: () => sqliteStore(join(folder, 'sluis.db')) };
}

/** Every store there is; each must pass all of this. */
const stores: readonly (readonly [name: string, place: () => Place])[] = [['sqlite', sqlitePlace]];

const hash = (digit: string): string => digit.repeat(64);
const device = hash('a');
const stranger = hash('b');
const subject = hash('c');

function record(over: Partial<DecisionRecord> = {}): DecisionRecord {
  return {
    id: '01900000-0000-7000-8000-000000000001',
    device,
    body: '{"n":1}',
    receivedAt: 1000,
    ...over,
  };
}

describe.each(stores)('the store %s', (_name, place) => {
  function opened({ open }: Place = place()): Store {
    const store = open();
    onTestFinished(() => store.close());
    return store;
  }

  it('files a decision once and answers repeats with the first moment', async () => {
    const store = opened();

    const first = await store.fileDecision(record(), '');
    const again = await store.fileDecision(record({ receivedAt: 2000 }), '');

    expect(first).toEqual({ outcome: 'created', receivedAt: 1000 });
    expect(again).toEqual({ outcome: 'same', receivedAt: 1000 });
  });

  it('keeps the first content when the same device sends other content under the id', async () => {
    const store = opened();
    await store.fileDecision(record(), '');

    const other = await store.fileDecision(record({ body: '{"n":2}' }), '');

    expect(other).toEqual({ outcome: 'other' });
    expect(await store.readDecision(record().id)).toEqual(record());
  });

  it('tells an id of another device apart, whatever the content', async () => {
    const store = opened();
    await store.fileDecision(record(), '');

    const same = await store.fileDecision(record({ device: stranger }), '');
    const other = await store.fileDecision(record({ device: stranger, body: '{}' }), '');

    expect([same.outcome, other.outcome]).toEqual(['foreign', 'foreign']);
    expect(await store.readDecision(record().id)).toEqual(record());
  });

  it('creates exactly one of 40 equal decisions that come at once', async () => {
    const store = opened();

    const filings = await Promise.all(
      Array.from({ length: 40 }, () => store.fileDecision(record(), '')),
    );

    expect(filings.filter((one) => one.outcome === 'created')).toHaveLength(1);
    expect(filings.filter((one) => one.outcome === 'same')).toHaveLength(39);
  });

  it('takes a decision only when its policy is there', async () => {
    const store = opened();

    const before = await store.fileDecision(record(), hash('d'));
    await store.filePolicy(hash('d'), '{"policy":1}');
    const after = await store.fileDecision(record(), hash('d'));

    expect(before.outcome).toBe('policy-unknown');
    expect(after.outcome).toBe('created');
  });

  it('never changes a policy', async () => {
    const store = opened();

    const first = await store.filePolicy(hash('d'), '{"policy":1}');
    const second = await store.filePolicy(hash('d'), '{"policy":2}');

    expect([first, second]).toEqual([true, false]);
    expect(await store.readPolicy(hash('d'))).toBe('{"policy":1}');
    expect(await store.readPolicy(hash('e'))).toBeUndefined();
  });

  it('links a device to one subject for good', async () => {
    const store = opened();

    const first = await store.linkDevice(device, subject);
    const again = await store.linkDevice(device, subject);
    const other = await store.linkDevice(device, hash('e'));

    expect([first, again, other]).toEqual([true, true, false]);
    expect(await store.subjectOf(device)).toBe(subject);
    expect(await store.subjectOf(stranger)).toBeUndefined();
  });

  it('gives one winner when two subjects claim a device at once', async () => {
    const store = opened();

    const claims = await Promise.all([
      store.linkDevice(device, subject),
      store.linkDevice(device, hash('e')),
    ]);

    expect(claims.filter(Boolean)).toHaveLength(1);
  });

  it('collects the decisions of all devices of a subject by id, and of no other', async () => {
    const store = opened();
    const ids = [3, 1, 2, 4].map((n) => `01900000-0000-7000-8000-00000000000${n}`);
    const owners = [device, hash('f'), device, stranger];
    for (const [index, id] of ids.entries()) {
      await store.fileDecision(
        record({ id, device: owners[index] ?? '', body: `{"id":"${id}"}` }),
        '',
      );
    }
    await store.linkDevice(device, subject);
    await store.linkDevice(hash('f'), subject);

    const bodies = await store.decisionsOf(subject);

    expect(bodies).toEqual([ids[1], ids[2], ids[0]].map((id) => `{"id":"${id}"}`));
    expect(await store.decisionsOf(hash('9'))).toEqual([]);
  });

  it('gives back content byte for byte, hostile to SQL or not', async () => {
    const store = opened();
    const body = `{"a":"'); DROP TABLE decisions; --","b":"\\u0000 \u{1F6AA} \u202e $1 ? :x"}`;

    await store.fileDecision(record({ body }), '');

    expect((await store.readDecision(record().id))?.body).toBe(body);
    expect((await store.fileDecision(record({ id: "x' OR '1'='1" }), '')).outcome).toBe('created');
    expect(await store.readDecision("' OR '1'='1")).toBeUndefined();
  });

  it('keeps the first value of a word', async () => {
    const store = opened();

    const values = [await store.keep('check', 'one'), await store.keep('check', 'two')];

    expect(values).toEqual(['one', 'one']);
  });

  it('has everything again after it was closed and opened', async () => {
    const there = place();
    const before = there.open();
    await before.filePolicy(hash('d'), '{"policy":1}');
    await before.fileDecision(record(), hash('d'));
    await before.linkDevice(device, subject);
    await before.close();

    const after = opened(there);

    expect(await after.readDecision(record().id)).toEqual(record());
    expect(await after.readPolicy(hash('d'))).toBe('{"policy":1}');
    expect(await after.decisionsOf(subject)).toEqual([record().body]);
  });

  it('commits what was begun before it closes', async () => {
    const there = place();
    const before = there.open();
    const begun = before.fileDecision(record(), '');
    await before.close();

    const after = opened(there);

    expect((await begun).outcome).toBe('created');
    expect(await after.readDecision(record().id)).toEqual(record());
  });

  it('takes a write when probed', async () => {
    await expect(opened().probe()).resolves.toBeUndefined();
  });
});
