import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import * as fc from 'fast-check';
import fastify, { type FastifyInstance } from 'fastify';
import { describe, expect, it, onTestFinished } from 'vitest';
import { relay, type RelayOptions, type RelayService } from '../../../packages/server/src/index.js';
import { dailyHash } from '../../../packages/server/src/relay/daily-hash.js';
import { reduceParameters } from '../../../packages/server/src/relay/reduce-parameters.js';
import { reduceUserAgent } from '../../../packages/server/src/relay/reduce-user-agent.js';
import { relayTokens } from '../../../packages/server/src/relay/relay-tokens.js';
import { folder, origin, server } from './arrange.js';
import { fakeVendor, type FakeVendor } from './fake-vendor.js';
import { canaries, page, sampleHits, visitorHeaders, type SampleHit } from './relay-hits.js';

const key = 'ab'.repeat(32);
const tokens = relayTokens(key, 'site');
const minute = 60_000;

function tokenFor(purposes: readonly string[], expires = Date.now() + 10 * minute): string {
  return tokens.sign(purposes, expires);
}

function services(upstream: string): { readonly [id: string]: RelayService } {
  const purposes = ['analytics'];
  return {
    'google-analytics': { vendor: 'google-analytics', purposes, ids: ['G-BANK1'], upstream },
    universal: { vendor: 'universal-analytics', purposes, ids: ['UA-1-1'], upstream },
    matomo: { vendor: 'matomo', purposes, ids: ['7'], upstream },
    meta: { vendor: 'meta', purposes, ids: ['4711'], parameters: ['cd[value]'], upstream },
    insight: {
      vendor: {
        hits: [{ path: '/hit' }],
        account: ['site'],
        parameters: { site: 'keep', kind: 'keep', visitor: 'id-number' },
      },
      purposes,
      ids: ['bank'],
      upstream,
    },
  };
}

async function relayTo(
  vendor: Pick<FakeVendor, 'origin'>,
  options: Partial<RelayOptions> = {},
): Promise<string> {
  const app = fastify();
  onTestFinished(() => app.close());
  const given = { key, origins: [origin], services: services(vendor.origin), ...options };
  await app.register(relay, { ...given, prefix: '/relay' });
  return app.listen({ host: '127.0.0.1', port: 0 });
}

function sendHit(
  base: string,
  { service, path, body, type }: Pick<SampleHit, 'service' | 'path' | 'body' | 'type'>,
  token: string | undefined = tokenFor(['analytics']),
): Promise<Response> {
  const mark = token === '' ? '' : `${path.includes('?') ? '&' : '?'}sluis=${token}`;
  return fetch(`${base}/relay/${service}${path}${mark}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { ...visitorHeaders, ...(type ? { 'content-type': type } : {}) },
    body,
  });
}

const view = sampleHits[0] ?? { name: '', service: '', path: '', arrives: [] };

/** One hit that must arrive, after which those before it would have. */
async function flushed(base: string, vendor: FakeVendor, count: number): Promise<void> {
  await sendHit(base, view);
  await vendor.received(count);
}

describe('what a vendor hears by the relay', () => {
  it.each(sampleHits)(
    'S45 S46 R24 R40 R43 passes on $name without a trace of the visitor',
    async (hit) => {
      const vendor = await fakeVendor();
      const base = await relayTo(vendor);

      const answer = await sendHit(base, hit);
      await vendor.received(1);

      expect(answer.status).toBe(204);
      expect(canaries.filter((one) => vendor.heard().includes(one))).toEqual([]);
      const [{ url, body, headers } = { url: '', body: '', headers: {} }] = vendor.requests;
      expect(hit.arrives.filter((one) => !`${url}\n${body}`.includes(one))).toEqual([]);
      expect(headers['user-agent']).toBe('Mozilla/5.0 Chrome/129.0');
      expect(headers['accept-language']).toBe('nl');
      const expected = ['accept-language', 'connection', 'host', 'user-agent'];
      expect(
        Object.keys(headers)
          .filter((one) => !/^content-(type|length)$/.test(one))
          .sort(),
      ).toEqual(expected);
    },
  );

  it('S45 hands nothing of the vendor back: no cookie, no reporting, no word', async () => {
    const vendor = await fakeVendor((response) => response.end('canary-body'));
    const base = await relayTo(vendor);

    const answers = await Promise.all(sampleHits.map((hit) => sendHit(base, hit)));
    await vendor.received(sampleHits.length);

    for (const answer of answers) {
      expect(await answer.text()).toBe('');
      expect([...answer.headers.keys()].sort()).toEqual([
        'cache-control',
        'connection',
        'date',
        'keep-alive',
      ]);
    }
  });

  it('R24 lets no parameter through that is not on the list, whatever it is called', () => {
    const rules = {
      service: 's',
      treatments: new Map([['v', 'keep'] as const]),
      accounts: new Set<string>(),
      ids: new Set<string>(),
      origins: new Set<string>(),
      hash: dailyHash(Date.now),
    };
    const word = fc.oneof(
      fc.string(),
      fc.webQueryParameters(),
      fc.constantFrom('%76', 'v%3D', ' v', 'V'),
    );

    fc.assert(
      fc.property(fc.array(fc.tuple(word, word)), (pairs) => {
        const text = pairs.map(([name, value]) => `${name}=${value}`).join('&');

        const { text: left } = reduceParameters(text, rules);

        expect([...new URLSearchParams(left).keys()].filter((name) => name !== 'v')).toEqual([]);
      }),
    );
  });

  it('R24 reads what has no value, no name or is too long as nothing', () => {
    const rules = {
      service: 's',
      treatments: new Map([...'abcd'].map((name) => [name, 'keep'] as const)),
      accounts: new Set(['a']),
      ids: new Set(['1']),
      origins: new Set<string>(),
      hash: dailyHash(Date.now),
    };
    const [most, more] = ['x'.repeat(1000), 'x'.repeat(1001)];

    const texts = [`b&a=1&&=2&c=&d=4=4&b`, `b=${most}&c=${more}&%61=1`, 'b&c&d', '', '&&'].map(
      (text) => reduceParameters(text, rules),
    );

    expect(texts).toEqual([
      { text: 'a=1&d=4=4', account: 'own' },
      { text: `b=${most}&%61=1`, account: 'own' },
      ...Array.from({ length: 3 }, () => ({ text: '', account: 'none' })),
    ]);
  });

  it('R24 hears the same id on one day and another one on the next, and another one than its neighbour', async () => {
    let now = Date.UTC(2026, 10, 26, 12);
    const vendor = await fakeVendor();
    const base = await relayTo(vendor, { now: () => now });
    const idOf = ({ url }: { readonly url: string }): string =>
      /[?&](?:cid|visitor)=([\d.]+)/.exec(url)?.[1] ?? '';
    const token = tokenFor(['analytics'], now + 48 * 60 * minute);
    const other = { service: 'insight', path: '/hit?site=bank&visitor=1834567890.1700000001' };

    await sendHit(base, view, token);
    await vendor.received(1);
    await sendHit(base, view, token);
    await vendor.received(2);
    await sendHit(base, other, token);
    await vendor.received(3);
    now += 24 * 60 * minute;
    await sendHit(base, view, token);
    await vendor.received(4);

    const ids = vendor.requests.map(idOf);
    expect(ids[0]).toMatch(/^(\d+)\.\1$/);
    expect(ids[1]).toBe(ids[0]);
    expect(ids[2]).not.toBe(ids[0]?.split('.')[0]);
    expect(ids[3]).not.toBe(ids[0]);
  });

  it("R24 writes today's key over yesterday's, the only place where it was", () => {
    const rooms: Buffer[] = [];
    const keys: string[] = [];
    let now = 0;
    const hash = dailyHash(
      () => now,
      (key) => {
        rooms.push(key);
        keys.push(key.fill(keys.length + 1).toString('hex'));
        return key;
      },
    );
    const before = hash('visitor');

    now = 24 * 3600 * 1000;
    const after = hash('visitor');

    expect(after).not.toBe(before);
    expect(rooms.map((one) => one.toString('hex'))).toEqual([keys[1], keys[1]]);
    hash.forget();
    expect(rooms[1]?.every((byte) => byte === 0)).toBe(true);
  });

  it('R24 makes the same ids as other processes once they have agreed on a key, and goes on by its own until then', async () => {
    const common = Buffer.alloc(32, 7);
    const now = (): number => 0;
    const [one, two] = [1, 2].map(() => dailyHash(now, undefined, async () => Buffer.from(common)));
    const alone = dailyHash(now, undefined, () => Promise.reject(new Error('no database')));
    const before = [one?.('id'), two?.('id')];

    await Promise.all([one?.agree(), two?.agree(), alone.agree()]);
    const after = [one?.('id'), two?.('id')];

    expect(before[0]).not.toBe(before[1]);
    expect(after[0]).toBe(after[1]);
    expect(alone('id')).toBe(alone('id'));
    for (const each of [one, two, alone]) each?.forget();
  });

  it.each([
    [
      'Mozilla/5.0 (Windows NT 10.0) Chrome/129.0.6668.89 Safari/537.36 Edg/129.0.2792.65',
      'Mozilla/5.0 Edg/129.0',
    ],
    [
      'Mozilla/5.0 (X11; Linux x86_64; rv:131.0) Gecko/20100101 Firefox/131.0',
      'Mozilla/5.0 Firefox/131.0',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5) Version/17.5 Mobile/15E148 Safari/604.1',
      'Mozilla/5.0 Version/17.0',
    ],
    ['curl/8.5.0 canary', 'Mozilla/5.0'],
    [undefined, 'Mozilla/5.0'],
  ])('R24 makes %j of it as little as %j', (agent, reduced) => {
    expect(reduceUserAgent(agent)).toBe(reduced);
  });

  it('S45 hears the masked network or the country where the service says so, and is believed by its secret', async () => {
    const vendor = await fakeVendor();
    const matomo = {
      vendor: 'matomo',
      purposes: ['analytics'],
      ids: ['7'],
      upstream: vendor.origin,
      secret: 'operator',
    } as const;
    const base = await relayTo(vendor, {
      services: { a: { ...matomo, address: 'mask' }, b: { ...matomo, address: 'country' } },
      countryHeader: 'x-country',
      trustProxy: ['127.0.0.1'],
    });
    const path = '/matomo.php?idsite=7&rec=1&cip=198.51.100.209&country=us';
    const headers = { 'x-forwarded-for': '203.0.113.77', 'x-country': 'NL' };

    await fetch(`${base}/relay/a${path}&sluis=${tokenFor(['analytics'])}`, { headers });
    await vendor.received(1);
    await fetch(`${base}/relay/b${path}&sluis=${tokenFor(['analytics'])}`, { headers });
    await vendor.received(2);

    expect(vendor.requests.map(({ url }) => url)).toEqual([
      '/matomo.php?idsite=7&rec=1&cip=203.0.113.0&token_auth=operator',
      '/matomo.php?idsite=7&rec=1&country=nl&token_auth=operator',
    ]);
  });
});

describe('the second lock', () => {
  it.each([
    ['none', ''],
    ['one of another purpose', tokenFor(['marketing'])],
    ['one that has expired', tokenFor(['analytics'], Date.now() - minute)],
    [
      'one signed with another key',
      relayTokens('cd'.repeat(32), 'site').sign(['analytics'], Date.now() + 10 * minute),
    ],
    ['one with a purpose written in', tokenFor(['marketing']).replace('marketing', 'analytics')],
    ['one with a later end', tokenFor(['analytics']).replace(/^\w+/, 'zzzzz')],
    [
      'one of another tenant',
      relayTokens(key, 'other').sign(['analytics'], Date.now() + minute * 9),
    ],
    ['garbage', '%00..~'],
  ])('R24 sends a hit nowhere with %s', async (_, token) => {
    const vendor = await fakeVendor();
    const base = await relayTo(vendor);

    const answers = await Promise.all(sampleHits.map((hit) => sendHit(base, hit, token)));
    await flushed(base, vendor, 1);

    expect(answers.map(({ status }) => status)).toEqual(sampleHits.map(() => 204));
    expect(vendor.requests).toHaveLength(1);
  });

  it("R24 sends a hit for another account than the site's nowhere", async () => {
    const vendor = await fakeVendor();
    const base = await relayTo(vendor);
    const foreign = [
      '/g/collect?v=2&tid=G-OTHER&en=x',
      '/g/collect?v=2&en=x',
      '/g/collect?tid=G-BANK1&tid=G-OTHER',
      '/g/collect?tid=G-BANK1&t%69d=G-OTHER',
    ];

    await Promise.all(foreign.map((path) => sendHit(base, { ...view, path })));
    await flushed(base, vendor, 1);

    expect(vendor.requests).toHaveLength(1);
  });

  it('S46 is a token that says purposes and a minute, the same for everybody', () => {
    const first = tokens.sign(['b', 'a'], 10 * minute + 999);
    const second = tokens.sign(['a', 'b'], 10 * minute + 1);

    expect(first).toBe(second);
    expect(first).toMatch(/^a\.a~b\.[\w-]{22}$/);
  });
});

describe('a vendor that does not keep up', () => {
  const elapsed = async (work: () => Promise<unknown>): Promise<number> => {
    const start = performance.now();
    await work();
    return performance.now() - start;
  };

  it('answers with 204 at once while the vendor never does, and lets no more than a bounded number wait', async () => {
    const vendor = await fakeVendor(() => undefined);
    const base = await relayTo(vendor);
    await sendHit(base, view);

    const times: number[] = [];
    for (let turn = 0; turn < 20; turn++) times.push(await elapsed(() => sendHit(base, view)));
    await Promise.all(
      Array.from({ length: 600 }, (_, n) =>
        sendHit(base, { ...view, path: `${view.path}&dt=${n}` }),
      ),
    );

    // Four connections with 64 each, opened again at most once in this time; the rest is dropped.
    expect(times.sort((a, b) => a - b)[10]).toBeLessThan(50);
    const urls = vendor.requests.map(({ url }) => url).filter((url) => /dt=\d/.test(url));
    expect(new Set(urls).size).toBe(urls.length);
    expect(urls.length).toBeLessThanOrEqual(2 * 256);
  });

  it('answers with 204 at once while the vendor is gone, and does not try again and again', async () => {
    let calls = 0;
    const gone = createServer((socket) => {
      calls++;
      socket.destroy();
    });
    await new Promise<void>((resolve) => gone.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void gone.close());
    const address = gone.address();
    const port = typeof address === 'object' ? address?.port : 0;
    let now = Date.now();
    const base = await relayTo({ origin: `http://127.0.0.1:${port}` }, { now: () => now });
    const heard = (): Promise<void> =>
      new Promise((resolve) => gone.once('connection', () => resolve()));
    const first = heard();
    await sendHit(base, view);
    await first;
    await new Promise((resolve) => setImmediate(resolve));

    const time = await elapsed(async () => {
      for (let turn = 0; turn < 20; turn++) await sendHit(base, view);
    });
    const afterTwenty = calls;
    now += 2 * minute;
    const again = heard();
    await sendHit(base, view);
    await again;

    expect(time / 20).toBeLessThan(50);
    expect(afterTwenty).toBeLessThanOrEqual(2);
  });
});

describe("vendors' scripts by the relay", () => {
  const script = (response: {
    setHeader(name: string, value: string): void;
    end(text: string): void;
  }): void => {
    response.setHeader('content-type', 'text/javascript');
    response.end('window.vendor=1;'.repeat(50));
  };
  const path = '/relay/google-analytics/gtag/js';

  it('S45 come from the site itself: one fetch for all visitors, with nothing of any of them', async () => {
    const vendor = await fakeVendor(script);
    const service = {
      vendor: { scripts: [{ path: '/gtag/js', parameters: ['id', 'l'] }], account: ['id'] },
      purposes: ['analytics'],
      ids: ['G-BANK1'],
      upstream: vendor.origin,
    };
    const base = await relayTo(vendor, { services: { 'google-analytics': service } });
    const url = `${base}${path}?id=G-BANK1&l=dataLayer&canary=1`;

    const answers = await Promise.all(
      Array.from({ length: 20 }, () => fetch(url, { headers: visitorHeaders })),
    );
    const texts = await Promise.all(answers.map((answer) => answer.text()));

    expect(new Set(texts)).toEqual(new Set(['window.vendor=1;'.repeat(50)]));
    expect(vendor.requests.map(({ url }) => url)).toEqual(['/gtag/js?id=G-BANK1&l=dataLayer']);
    expect(canaries.filter((one) => vendor.heard().includes(one))).toEqual([]);
    expect(Object.keys(vendor.requests[0]?.headers ?? {}).sort()).toEqual([
      'accept',
      'connection',
      'host',
      'user-agent',
    ]);
    for (const { headers } of answers) {
      expect(headers.get('set-cookie')).toBeNull();
      expect(headers.get('nel')).toBeNull();
      expect(headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    }
  });

  it("serves no account but the site's, no page that calls itself a script, and none but the pinned one", async () => {
    const vendor = await fakeVendor((response, url) => {
      if (url.includes('page')) response.end('<html>');
      else script(response);
    });
    const service = {
      vendor: {
        scripts: [
          { path: '/a.js' },
          { path: '/page.js' },
          { path: '/of/:account', parameters: ['v'] },
        ],
        account: ['id'],
      },
      purposes: ['analytics'],
      ids: ['G-BANK1'],
      upstream: vendor.origin,
      integrity: { '/a.js': 'sha256-AAAA' },
    };
    const base = await relayTo(vendor, { services: { s: service } });
    const status = async (path: string): Promise<number> =>
      (await fetch(`${base}/relay/s${path}`)).status;

    expect(await status('/of/G-BANK1?v=2')).toBe(200);
    expect(await status('/of/G-OTHER?v=2')).toBe(404);
    expect(await status('/page.js')).toBe(502);
    expect(await status('/a.js')).toBe(502);
    expect(await status('/other.js')).toBe(404);
  });
});

describe('the relay as a part of the server', () => {
  async function withRelay(
    path: string,
    vendor: FakeVendor,
    log: string[],
  ): Promise<FastifyInstance> {
    return server({
      database: join(path, 'sluis.db'),
      key,
      trustProxy: ['127.0.0.1'],
      relay: { services: services(vendor.origin) },
      log: { write: (line) => void log.push(line) },
    });
  }

  it('S45 S46 leaves no address, cookie, id, referrer or browser in any file that it writes or line that it logs', async () => {
    const path = folder();
    const log: string[] = [];
    const vendor = await fakeVendor();
    const app = await withRelay(path, vendor, log);
    const base = await app.listen({ host: '127.0.0.1', port: 0 });

    for (const hit of sampleHits) await sendHit(base, hit);
    await sendHit(base, { ...view, path: `/nowhere?canary=${page}` });
    await vendor.received(sampleHits.length);
    const read = (): string =>
      readdirSync(path)
        .map((name) => readFileSync(join(path, name), 'latin1'))
        .join('\n');
    const running = read();
    await app.close();

    const written = [running, read(), log.join('')].join('\n');
    expect(written).toContain('SQLite format 3');
    expect(canaries.filter((one) => written.includes(one) || vendor.heard().includes(one))).toEqual(
      [],
    );
  });

  it.each([
    [
      { vendor: 'urchin' as 'matomo', purposes: ['a'], ids: ['1'] },
      /vendor of relay service "s" is not known/,
    ],
    [{ vendor: 'matomo', purposes: ['a'], ids: ['1'] }, /upstream of relay service "s"/],
    [
      { vendor: 'matomo', purposes: ['a'], ids: ['1'], upstream: 'http://stats.bank.example' },
      /upstream of relay service "s"/,
    ],
    [{ vendor: 'google-analytics', purposes: [], ids: ['1'] }, /has no purposes/],
    [{ vendor: 'google-analytics', purposes: ['a'], ids: [] }, /has no ids/],
    [
      { vendor: 'google-analytics', purposes: ['a'], ids: ['1'], address: 'country' },
      /takes no address as "country"/,
    ],
    [
      { vendor: 'google-analytics', purposes: ['a'], ids: ['1'], address: 'whole' as 'mask' },
      /is none, country or mask/,
    ],
    [
      {
        vendor: 'matomo',
        purposes: ['a'],
        ids: ['1'],
        upstream: 'https://m.example',
        address: 'mask',
      },
      /needs its secret/,
    ],
    [
      {
        vendor: 'matomo',
        purposes: ['a'],
        ids: ['1'],
        upstream: 'https://m.example',
        address: 'country',
        secret: 'x',
      },
      /Name the countryHeader/,
    ],
  ] satisfies [RelayService, RegExp][])('does not start with %j', async (service, sentence) => {
    await expect(server({ relay: { services: { s: service } } })).rejects.toThrow(sentence);
  });

  it('takes as many hits of one network as come, and answers each as short as the plugin does', async () => {
    const vendor = await fakeVendor();
    const app = await server({ rateLimit: 3, key, relay: { services: services(vendor.origin) } });
    const base = await app.listen({ host: '127.0.0.1', port: 0 });

    const answers = await Promise.all(Array.from({ length: 9 }, () => sendHit(base, view)));
    await vendor.received(9);

    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 9 }, () => 204));
    expect([...(answers[0]?.headers.keys() ?? [])].sort()).toEqual([
      'cache-control',
      'connection',
      'date',
      'keep-alive',
    ]);
  });

  it('does not start with a service that has no name', async () => {
    const service = { vendor: 'google-analytics', purposes: ['a'], ids: ['1'] } as const;

    await expect(server({ relay: { services: { '../x': service } } })).rejects.toThrow(
      /cannot be called so/,
    );
  });
});
