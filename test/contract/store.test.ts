import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type {
  Activity,
  Contact,
  Fact,
  Store,
} from '../../packages/server/src/database/contract.js';
import { openStore } from '../../packages/server/src/database/open-store.js';
import { prepare } from '../../packages/server/src/database/sqlite-statements.js';
import { commitmentText } from '../../packages/server/src/database/sealing.js';
import { nextLink } from '../../packages/server/src/database/next-link.js';
import { sha256 } from '../../packages/server/src/sha256.js';
import { startCluster, type Cluster } from './postgres.js';

const key = '5'.repeat(64);

/** A place where a store can be opened again and again. */
interface Place {
  readonly open: () => Promise<Store>;
}

let cluster: Cluster;
beforeAll(async () => {
  cluster = await startCluster({ durable: false });
}, 60_000);
afterAll(() => cluster.remove());

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'sluis-store-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

function at(database: string): Place {
  return { open: () => openStore(database, key) };
}

/** Every store there is; each must pass all of this. */
const stores: readonly (readonly [name: string, place: () => Promise<Place>])[] = [
  ['SQLite', async () => at(join(folder(), 'sluis.db'))],
  ['PostgreSQL', async () => at(await cluster.database())],
];

const hash = (digit: string): string => digit.repeat(64);
const device = hash('a');
const stranger = hash('b');
const subject = hash('c');

function record(over: Partial<Fact> = {}): Fact {
  return {
    id: '01900000-0000-7000-8000-000000000001',
    kind: 'decision',
    owner: device,
    body: '{"n":1}',
    receivedAt: 1000,
    expiresAt: 5000,
    ...over,
  };
}

/** Ids that follow each other. */
const id = (n: number): string => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;

describe.each(stores)('the store %s', (_name, place) => {
  async function opened(there?: Place): Promise<Store> {
    const store = await (there ?? (await place())).open();
    onTestFinished(() => store.close());
    return store;
  }

  it('files a decision once and answers repeats with the first moment', async () => {
    const store = await opened();

    const first = await store.fileFact('one', record(), '');
    const again = await store.fileFact('one', record({ receivedAt: 2000 }), '');

    expect(first).toEqual({ outcome: 'created', receivedAt: 1000 });
    expect(again).toEqual({ outcome: 'same', receivedAt: 1000 });
  });

  it('keeps the first content when the same device sends other content under the id', async () => {
    const store = await opened();
    await store.fileFact('one', record(), '');

    const other = await store.fileFact('one', record({ body: '{"n":2}' }), '');

    expect(other).toEqual({ outcome: 'other' });
    expect(await store.readFact('one', record().id)).toEqual(record());
  });

  it('tells an id of another device apart, whatever the content', async () => {
    const store = await opened();
    await store.fileFact('one', record(), '');

    const same = await store.fileFact('one', record({ owner: stranger }), '');
    const other = await store.fileFact('one', record({ owner: stranger, body: '{}' }), '');

    expect([same.outcome, other.outcome]).toEqual(['foreign', 'foreign']);
    expect(await store.readFact('one', record().id)).toEqual(record());
  });

  it('creates exactly one of 40 equal decisions that come at once', async () => {
    const store = await opened();

    const filings = await Promise.all(
      Array.from({ length: 40 }, () => store.fileFact('one', record(), '')),
    );

    expect(filings.filter((one) => one.outcome === 'created')).toHaveLength(1);
    expect(filings.filter((one) => one.outcome === 'same')).toHaveLength(39);
  });

  it('S29 keeps a message until it is dropped, gives it to one of those who ask, and again later', async () => {
    const there = await place();
    const store = await opened(there);
    const other = await opened(there);
    const messages = [1, 2, 3].map((n) => ({ id: id(n), recipient: `r${n}`, body: `{"n":${n}}` }));
    await store.addMessages('one', messages, 1000, 9000);
    await store.addMessages('two', messages.slice(0, 1), 1000, 9000);
    const ids = (found: readonly { readonly id: string }[]): string[] => found.map((one) => one.id);

    const early = await store.takeMessages('one', 999, 2000, 10);
    const taken = await Promise.all(
      [store, other].map((one) => one.takeMessages('one', 1000, 2000, 10)),
    );
    await store.dropMessage('one', id(2));
    const again = await other.takeMessages('one', 2000, 3000, 10);
    const expired = [
      await store.expireMessages('one', 8999),
      await store.expireMessages('one', 9000),
    ];

    expect(early).toEqual([]);
    expect(taken.flat().toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(messages);
    expect(ids(again).toSorted()).toEqual([id(1), id(3)]);
    expect(expired).toEqual([0, 2]);
    expect(ids(await store.takeMessages('two', 2000, 3000, 10))).toEqual([id(1)]);
  });

  it('R36 keeps the first of two messages with one id', async () => {
    const store = await opened();
    const message = { id: id(1), recipient: 'r', body: 'first' };
    await store.addMessages('one', [message], 1000, 9000);

    await store.addMessages('one', [{ ...message, body: 'second' }], 5000, 9000);

    expect(await store.takeMessages('one', 1000, 2000, 10)).toEqual([message]);
  });

  it('takes a decision only when its policy is there', async () => {
    const store = await opened();

    const before = await store.fileFact('one', record(), hash('d'));
    await store.filePolicy('one', hash('d'), '{"policy":1}');
    const after = await store.fileFact('one', record(), hash('d'));

    expect(before.outcome).toBe('policy-unknown');
    expect(after.outcome).toBe('created');
  });

  it('never changes a policy', async () => {
    const store = await opened();

    const first = await store.filePolicy('one', hash('d'), '{"policy":1}');
    const second = await store.filePolicy('one', hash('d'), '{"policy":2}');

    expect([first, second]).toEqual([true, false]);
    expect(await store.readPolicy('one', hash('d'))).toBe('{"policy":1}');
    expect(await store.readPolicy('one', hash('e'))).toBeUndefined();
  });

  it('links a device to one subject for good', async () => {
    const store = await opened();

    const first = await store.linkDevice('one', device, subject);
    const again = await store.linkDevice('one', device, subject);
    const other = await store.linkDevice('one', device, hash('e'));

    expect([first, again, other]).toEqual([true, true, false]);
    expect(await store.subjectOf('one', device)).toBe(subject);
    expect(await store.subjectOf('one', stranger)).toBeUndefined();
  });

  it('gives one winner when two subjects claim a device at once', async () => {
    const store = await opened();

    const claims = await Promise.all([
      store.linkDevice('one', device, subject),
      store.linkDevice('one', device, hash('e')),
    ]);

    expect(claims.filter(Boolean)).toHaveLength(1);
  });

  it('collects the decisions of all devices of a subject by id, and of no other', async () => {
    const store = await opened();
    const ids = [3, 1, 2, 4].map((n) => `01900000-0000-7000-8000-00000000000${n}`);
    const owners = [device, hash('f'), device, stranger];
    for (const [index, id] of ids.entries()) {
      await store.fileFact(
        'one',
        record({ id, owner: owners[index] ?? '', body: `{"id":"${id}"}` }),
        '',
      );
    }
    await store.linkDevice('one', device, subject);
    await store.linkDevice('one', hash('f'), subject);

    const bodies = (await store.factsOf('one', subject)).map(({ body }) => body);

    expect(bodies).toEqual([ids[1], ids[2], ids[0]].map((id) => `{"id":"${id}"}`));
    expect(await store.factsOf('one', hash('9'))).toEqual([]);
  });

  it('gives back content byte for byte, hostile to SQL or not', async () => {
    const store = await opened();
    const body = `{"a":"'); DROP TABLE decisions; --","b":"\\u0000 \u{1F6AA} \u202e $1 ? :x"}`;

    await store.fileFact('one', record({ body }), '');

    expect((await store.readFact('one', record().id))?.body).toBe(body);
    expect((await store.fileFact('one', record({ id: "x' OR '1'='1" }), '')).outcome).toBe(
      'created',
    );
    expect(await store.readFact('one', "' OR '1'='1")).toBeUndefined();
  });

  it('keeps the first value of a word', async () => {
    const store = await opened();

    const values = [await store.keep('check', 'one'), await store.keep('check', 'two')];

    expect(values).toEqual(['one', 'one']);
  });

  it('has everything again after it was closed and opened', async () => {
    const there = await place();
    const before = await there.open();
    await before.filePolicy('one', hash('d'), '{"policy":1}');
    await before.fileFact('one', record(), hash('d'));
    await before.linkDevice('one', device, subject);
    await before.close();

    const after = await opened(there);

    expect(await after.readFact('one', record().id)).toEqual(record());
    expect(await after.readPolicy('one', hash('d'))).toBe('{"policy":1}');
    expect(await after.factsOf('one', subject)).toEqual([record()]);
  });

  it('commits what was begun before it closes', async () => {
    const there = await place();
    const before = await there.open();
    const begun = before.fileFact('one', record(), '');
    await before.close();

    const after = await opened(there);

    expect((await begun).outcome).toBe('created');
    expect(await after.readFact('one', record().id)).toEqual(record());
  });

  it('takes a write when probed', async () => {
    const store = await opened();

    await expect(store.probe()).resolves.toBeUndefined();
  });

  it('R12 files 500 facts of 40 owners that come at once, and chains each of them once', async () => {
    const store = await opened();
    const facts = Array.from({ length: 500 }, (_, n) =>
      record({ id: id(n), owner: sha256(String(n % 40)), body: `{"n":${n}}`, receivedAt: n }),
    );

    const filings = await Promise.all(facts.map((one) => store.fileFact('one', one, '')));

    expect(new Set(filings.map(({ outcome }) => outcome))).toEqual(new Set(['created']));
    const chain = await store.chain('one', 0, 1000);
    expect(chain.map(({ seq }) => seq)).toEqual(facts.map((_, n) => n + 1));
    expect(chain.map(({ fact }) => fact?.body).sort()).toEqual(
      facts.map(({ body }) => body).sort(),
    );
    expect(await store.head('one')).toEqual({ seq: 500, link: chain.at(-1)?.link });
  });

  it('R12 links each fact to the one before it, and commits to all of it', async () => {
    const store = await opened();
    for (const n of [1, 2, 3])
      await store.fileFact('one', record({ id: id(n), receivedAt: n }), '');

    const chain = await store.chain('one', 0, 10);

    let last = { seq: 0, link: '' };
    for (const { seq, link, commitment, receivedAt, fact } of chain) {
      last = nextLink(last, commitment, receivedAt);
      expect({ seq, link }).toEqual(last);
      expect(commitment).toBe(fact && sha256(commitmentText(fact.salt, fact)));
    }
    expect(await store.chain('one', 1, 1)).toEqual([chain[1]]);
  });

  it('S52 keeps tenants apart in every table, also under the same ids', async () => {
    const store = await opened();
    await store.filePolicy('one', hash('d'), '{}');
    await store.fileFact('one', record(), hash('d'));
    await store.linkDevice('one', device, subject);

    const other = await store.fileFact('two', record({ body: '{"n":2}' }), hash('d'));
    const there = [
      await store.readFact('two', record().id),
      await store.readPolicy('two', hash('d')),
      await store.subjectOf('two', device),
    ];

    expect(other).toEqual({ outcome: 'policy-unknown' });
    expect(there).toEqual([undefined, undefined, undefined]);
    expect(await store.factsOf('two', subject)).toEqual([]);
    expect(await store.head('two')).toEqual({ seq: 0, link: '' });
    expect((await store.fileFact('two', record({ body: '{"n":2}' }), '')).outcome).toBe('created');
    expect((await store.readFact('one', record().id))?.body).toBe(record().body);
  });

  it('S20 erases one kind of what a person and its devices said, nothing of another, and no link', async () => {
    const store = await opened();
    await store.linkDevice('one', device, subject);
    await store.fileFact('one', record({ id: id(1) }), '');
    await store.fileFact('one', record({ id: id(2), owner: subject }), '');
    await store.fileFact('one', record({ id: id(3), owner: subject, kind: 'case' }), '');
    await store.fileFact('one', record({ id: id(4), owner: stranger }), '');
    const before = await store.chain('one', 0, 10);

    const erased = await store.erase('one', subject, 'decision');
    const again = await store.erase('one', subject, 'decision');

    expect([erased, again]).toEqual([2, 0]);
    expect(await store.readFact('one', id(1))).toBeUndefined();
    expect((await store.factsOf('one', subject)).map((one) => one.id)).toEqual([id(3)]);
    expect(await store.readFact('one', id(4))).toBeDefined();
    const after = await store.chain('one', 0, 10);
    expect(after.map(({ link }) => link)).toEqual(before.map(({ link }) => link));
    expect(after.map(({ fact }) => fact?.id)).toEqual([undefined, undefined, id(3), id(4)]);
  });

  it('S20 keeps what somebody says after an erasure, under a key of its own', async () => {
    const store = await opened();
    await store.fileFact('one', record(), '');
    await store.erase('one', device, 'decision');

    const filing = await store.fileFact('one', record({ id: id(2) }), '');

    expect(filing.outcome).toBe('created');
    expect(await store.factsOf('one', device)).toEqual([record({ id: id(2) })]);
    expect((await store.chain('one', 0, 9)).map(({ fact }) => fact?.id)).toEqual([
      undefined,
      id(2),
    ]);
  });

  it('S07 S47 sweeps what is past its time and keeps its link, without id or owner', async () => {
    const store = await opened();
    const expiries = [3000, 1000, 2000, 9000];
    for (const [n, expiresAt] of expiries.entries())
      await store.fileFact('one', record({ id: id(n), expiresAt }), '');
    const before = await store.chain('one', 0, 10);

    const swept = [
      await store.sweep('one', 3000, 2),
      await store.sweep('one', 3000, 2),
      await store.sweep('one', 3000, 2),
    ];

    const after = await store.chain('one', 0, 10);
    expect(swept).toEqual([2, 1, 0]);
    expect(after.map(({ link }) => link)).toEqual(before.map(({ link }) => link));
    expect(after.map(({ fact }) => fact?.id)).toEqual([undefined, undefined, undefined, id(3)]);
    expect((await store.fileFact('one', record({ id: id(9) }), '')).outcome).toBe('created');
  });

  const contact = (over: Partial<Contact> = {}): Contact => ({
    id: id(1),
    subject,
    channel: 'mail',
    kind: 'commercial',
    counted: true,
    at: 1000,
    ...over,
  });

  it('S10 gives one yes to 40 who ask for one person at once, and tells the others what stands in the way', async () => {
    const store = await opened();

    const claims = await Promise.all(
      Array.from({ length: 40 }, (_, n) => store.claimContact('one', contact({ id: id(n) }), 0, 1)),
    );

    expect(claims.filter(({ granted }) => granted)).toHaveLength(1);
    expect(claims.filter(({ granted }) => !granted)).toEqual(
      Array.from({ length: 39 }, () => ({ granted: false, since: 1000 })),
    );
    expect(await store.contactsOf('one', subject)).toHaveLength(1);
  });

  it('S10 counts within the window what counts, for this person and this tenant, and no id twice', async () => {
    const store = await opened();
    const ask = (over: Partial<Contact>, after: number, most = 2, tenant = 'one') =>
      store.claimContact(tenant, contact(over), after, most);

    const claims = [
      await ask({ id: id(1), at: 1000 }, 0),
      await ask({ id: id(2), at: 2000, counted: false, kind: 'operational' }, 0),
      await ask({ id: id(3), at: 3000, channel: 'letter' }, 0),
      await ask({ id: id(4), at: 4000 }, 0),
      await ask({ id: id(1), at: 4000 }, 0),
      await ask({ id: id(5), at: 5000, subject: stranger }, 0),
      await ask({ id: id(6), at: 5000 }, 0, 2, 'two'),
      await ask({ id: id(7), at: 5000 }, 1000),
    ];

    const yes = { granted: true };
    const no = { granted: false, since: 1000 };
    expect(claims).toEqual([yes, yes, yes, no, yes, yes, yes, yes]);
    expect((await store.contactsOf('one', subject)).map((one) => one.id)).toEqual(
      [1, 2, 3, 7].map(id),
    );
  });

  it('S20 S47 drops the contacts of a person, or those of before a moment', async () => {
    const store = await opened();
    for (const [n, owner] of [subject, stranger, stranger].entries())
      await store.claimContact('one', contact({ id: id(n), subject: owner, at: n }), 0, 9);

    const dropped = [
      await store.dropContacts('one', { subject }),
      await store.dropContacts('one', { before: 2 }),
    ];

    expect(dropped).toEqual([1, 1]);
    expect((await store.contactsOf('one', stranger)).map(({ at }) => at)).toEqual([2]);
  });

  it('S20 S07 keeps an activity once, apart by tenant and person, until it is erased or past its time', async () => {
    const store = await opened();
    const one: Activity = {
      id: 'a',
      subject,
      purpose: 'p',
      kind: 'simulation',
      place: '/loans',
      profiling: true,
      at: 1000,
      expiresAt: 5000,
    };
    const later = { ...one, id: 'b', at: 2000, expiresAt: 6000, profiling: false };
    await store.addActivities('one', [later, one]);
    await store.addActivities('one', [
      { ...one, place: '/other' },
      { ...one, subject: stranger },
    ]);
    await store.addActivities('two', [one]);

    const first = await store.activitiesOf('one', subject);
    const swept = await store.dropActivities('one', { expired: 5000 });
    const erased = await store.dropActivities('one', { subject });

    expect(first).toEqual([one, later]);
    expect([swept, erased]).toEqual([2, 1]);
    expect(await store.activitiesOf('one', subject)).toEqual([]);
    expect(await store.activitiesOf('two', subject)).toEqual([one]);
  });

  it('S23 counts activities by day, with how many people did them', async () => {
    const store = await opened();
    const day = 24 * 3600 * 1000;
    const one = { purpose: 'p', kind: 'visit', place: '/a', profiling: false, expiresAt: 9 * day };
    const all = [subject, subject, stranger].map((who, n) => ({
      ...one,
      id: String(n),
      subject: who,
      at: day + n,
    }));
    const next = { ...one, id: 'next', subject, at: 2 * day, place: '/b' };
    await store.addActivities('one', [...all, next, { ...next, id: 'late', at: 3 * day }]);
    await store.addActivities('two', all);

    const counts = await store.countActivities('one', day, 3 * day);

    const row = { purpose: 'p', kind: 'visit' };
    expect(counts).toEqual([
      { ...row, day: '1970-01-02', place: '/a', count: 3, people: 2 },
      { ...row, day: '1970-01-03', place: '/b', count: 1, people: 1 },
    ]);
  });

  it('S23 adds counts up once per stretch of the chain, however many servers count it', async () => {
    const store = await opened();
    const row = {
      day: '2026-03-01',
      purpose: 'p',
      answer: 'granted',
      method: 'banner',
      language: 'nl',
    };
    const later = { ...row, day: '2026-03-05', count: 1 };

    const added = [
      await store.addCounts('one', 0, 10, [{ ...row, count: 3 }]),
      await store.addCounts('one', 0, 10, [{ ...row, count: 3 }]),
      await store.addCounts('one', 10, 12, [{ ...row, count: 2 }, later]),
    ];

    expect(added).toEqual([true, false, true]);
    expect([await store.counted('one'), await store.counted('two')]).toEqual([12, 0]);
    expect(await store.countsBetween('one', '2026-03-01', '2026-03-04')).toEqual([
      { ...row, count: 5 },
    ]);
  });

  it('tells another version of a person when something came, went or was linked', async () => {
    const store = await opened();
    const versions: string[] = [await store.versionOf('one', subject)];
    await store.fileFact('one', record(), '');
    await store.linkDevice('one', device, subject);
    versions.push(await store.versionOf('one', subject));
    await store.fileFact('one', record({ id: id(2) }), '');
    versions.push(await store.versionOf('one', subject), await store.versionOf('one', subject));
    await store.erase('one', subject, 'decision');
    versions.push(await store.versionOf('one', subject));

    expect(versions[0]).toBe(versions[4]);
    expect(new Set(versions).size).toBe(3);
    expect(versions[2]).toBe(versions[3]);
  });
});

it('tells another version of a person when another process wrote to the file', async () => {
  const path = join(folder(), 'sluis.db');
  const [server, tidy] = [await openStore(path, key), await openStore(path, key)];
  onTestFinished(async () => void (await Promise.all([server.close(), tidy.close()])));
  await server.fileFact('one', record({ owner: subject }), '');
  const before = await server.versionOf('one', subject);

  await tidy.sweep('one', 5000, 10);

  expect(await server.versionOf('one', subject)).not.toBe(before);
});

/** Of which facts there are keys. */
function keysInSqlite(path: string): readonly unknown[] {
  const database = new Sqlite(path, { readonly: true });
  onTestFinished(() => void database.close());
  return database
    .prepare('SELECT id FROM fact_keys LEFT JOIN ledger USING (tenant, seq) ORDER BY id')
    .pluck()
    .all();
}

async function keysInPostgres(address: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  const { rows } = await client.query<{ id: string }>('SELECT id FROM fact_keys ORDER BY id');
  await client.end();
  return rows.map((row) => row.id);
}

describe('what lies on the disk', () => {
  it('S52 S20 has neither the words of a fact in SQLite, nor the key of an erased one', async () => {
    const path = folder();
    const store = await openStore(join(path, 'sluis.db'), key);
    onTestFinished(() => store.close());
    await store.fileFact('one', record({ body: '{"canary":"4711"}' }), '');
    const files = (): Buffer =>
      Buffer.concat(readdirSync(path).map((name) => readFileSync(join(path, name))));
    const database = new Sqlite(join(path, 'sluis.db'), { readonly: true });
    const [row] = database.prepare<[], { key: Buffer }>('SELECT key FROM fact_keys').all();
    database.close();
    const before = files();

    await store.erase('one', device, 'decision');

    const after = files();
    expect(row && before.includes(row.key)).toBe(true);
    expect(row && after.includes(row.key)).toBe(false);
    expect([before.includes('canary'), before.includes(record().id)]).toEqual([false, true]);
  });
});

describe('the keys of facts', () => {
  it.each([
    ['SQLite', async () => join(folder(), 'sluis.db'), keysInSqlite],
    ['PostgreSQL', () => cluster.database(), keysInPostgres],
  ])('S20 S47 go with what is erased or swept, and no other: %s', async (_name, make, keysIn) => {
    const database = await make();
    const store = await openStore(database, key);
    onTestFinished(() => store.close());
    const kinds = [{ expiresAt: 1 }, { owner: stranger }, { kind: 'case' as const }, {}];
    for (const [n, one] of kinds.entries())
      await store.fileFact('one', record({ id: id(n), ...one }), '');

    const keys = [await keysIn(database)];
    await store.sweep('one', 1, 10);
    keys.push(await keysIn(database));
    await store.erase('one', device, 'decision');
    keys.push(await keysIn(database));

    expect(keys).toEqual([
      [id(0), id(1), id(2), id(3)],
      [id(1), id(2), id(3)],
      [id(1), id(2)],
    ]);
  });
});

describe('the statements of SQLite', () => {
  it('look up by an index, however many rows of others there are', async () => {
    const path = join(folder(), 'sluis.db');
    const store = await openStore(path, key);
    await store.close();
    const database = new Sqlite(path, { readonly: true });
    onTestFinished(() => void database.close());
    const values = { tenant: 'one', subject: Buffer.alloc(32), kind: 'decision', now: 1, limit: 1 };
    const plans = Object.values(prepare(database)).map(({ source }) => {
      const plan = database.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${source}`);
      const count = source.match(/\?/g)?.length ?? 0;
      const rows = count ? plan.all(...Array.from({ length: count }, () => 1)) : plan.all(values);
      return { source, details: rows.map(({ detail }) => detail) };
    });

    const whole = plans.filter(
      ({ source, details }) =>
        // The last of a tenant, and a tenant's facts in their order, are read from the end or the start.
        !source.includes('ORDER BY seq') &&
        details.some((one) =>
          /SCAN (?!CONSTANT)|ledger USING PRIMARY KEY \(tenant=\?\)$/.test(one),
        ),
    );

    expect(plans.length).toBeGreaterThan(20);
    expect(whole).toEqual([]);
  });
});

describe('two servers on one PostgreSQL', () => {
  it('R12 make one record of each of 300 facts that both get at once, in one chain', async () => {
    const address = await cluster.database();
    const servers = await Promise.all([1, 2].map(() => openStore(address, key)));
    onTestFinished(async () => void (await Promise.all(servers.map((one) => one.close()))));
    const facts = Array.from({ length: 300 }, (_, n) => record({ id: id(n), body: `{"n":${n}}` }));

    const filings = await Promise.all(
      servers.flatMap((store, which) =>
        (which ? [...facts].reverse() : facts).map((one) => store.fileFact('one', one, '')),
      ),
    );

    const count = (outcome: string): number =>
      filings.filter((one) => one.outcome === outcome).length;
    expect([count('created'), count('same')]).toEqual([300, 300]);
    const chain = (await servers[0]?.chain('one', 0, 1000)) ?? [];
    expect(chain).toHaveLength(300);
    let last = { seq: 0, link: '' };
    for (const { commitment, receivedAt } of chain) last = nextLink(last, commitment, receivedAt);
    expect(await servers[1]?.head('one')).toEqual(last);
  });

  it('S47 drop a month of facts at once when the last of it is past its time', async () => {
    const address = await cluster.database();
    const store = await openStore(address, key);
    onTestFinished(() => store.close());
    const now = Date.now();
    const hex = now.toString(16).padStart(12, '0');
    const current = `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000001`;
    await store.fileFact('one', record({ id: current, expiresAt: now + 1 }), '');

    const swept = [await store.sweep('one', now, 10), await store.sweep('one', now + 1, 0)];

    expect(swept).toEqual([0, 1]);
    expect(await store.readFact('one', current)).toBeUndefined();
    expect(await keysInPostgres(address)).toEqual([]);
    expect((await store.head('one')).seq).toBe(1);
    expect((await store.fileFact('one', record({ id: current }), '')).outcome).toBe('created');
  });
});
