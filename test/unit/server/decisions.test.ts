import { describe, expect, it } from 'vitest';
import {
  decision,
  decisionHash,
  deviceSecret,
  folder,
  hashOf,
  listening,
  origin,
  putDecision,
  send,
  server,
} from './arrange.js';

const minutes = 60 * 1000;

describe('PUT /v1/decisions/:id', { timeout: 30_000 }, () => {
  it('R12 answers 201 with the hash of the canonical decision, then 200 with the same moment', async () => {
    let now = Date.parse('2026-03-01T12:00:00.000Z');
    const app = await server({ now: () => now });
    const device = deviceSecret();
    const one = decision({ at: '2026-03-01T11:59:59.000Z' });

    const first = await putDecision(app, device, one);
    now += minutes;
    const again = await putDecision(app, device, one);

    const said = { id: one.id, hash: decisionHash(one), receivedAt: '2026-03-01T12:00:00.000Z' };
    expect([first.status, first.body]).toEqual([201, said]);
    expect([again.status, again.body]).toEqual([200, said]);
  });

  it('counts another order of the same words as the same content', async () => {
    const app = await server();
    const device = deviceSecret();
    const one = decision();
    await putDecision(app, device, one);

    const turned = Object.fromEntries(Object.entries(one).reverse());
    const again = await send(app, 'PUT', `/v1/decisions/${one.id}`, { device, payload: turned });

    expect(again.status).toBe(200);
  });

  it('answers 409 to other content under the id and keeps the first', async () => {
    const app = await server();
    const device = deviceSecret();
    const one = decision();
    await putDecision(app, device, one);

    const other = await putDecision(app, device, { ...one, language: 'fr' });

    expect(other).toMatchObject({ status: 409, body: { code: 'conflict' } });
    expect((await putDecision(app, device, one)).status).toBe(200);
  });

  it('S52 answers a stranger 404, whatever the content, and gives nothing away', async () => {
    const app = await server();
    const one = decision();
    await putDecision(app, deviceSecret(), one);

    const same = await putDecision(app, deviceSecret(), one);
    const other = await putDecision(app, deviceSecret(), { ...one, language: 'fr' });

    expect(same).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect(other.body).toEqual(same.body);
  });

  it('makes exactly one record of 40 equal requests on 40 sockets at once', async () => {
    const base = await listening();
    const device = deviceSecret();
    const one = decision();
    const request = (): Promise<Response> =>
      fetch(`${base}/v1/decisions/${one.id}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', 'sluis-device': device, origin },
        body: JSON.stringify(one),
      });

    const answers = await Promise.all(Array.from({ length: 40 }, request));

    const statuses = answers.map((answer) => answer.status).sort();
    expect(statuses).toEqual([...Array<number>(39).fill(200), 201]);
    const bodies = new Set(await Promise.all(answers.map((answer) => answer.text())));
    expect(bodies.size).toBe(1);
  });

  it('answers 422 until the policy is there, then takes the same decision', async () => {
    const app = await server();
    const device = deviceSecret();
    const policy = '{"controller":{"name":"Bank"}}';
    const one = decision({ policy: hashOf(policy) });

    const before = await putDecision(app, device, one);
    const put = await send(app, 'PUT', `/v1/policies/${hashOf(policy)}`, { payload: policy });
    const after = await putDecision(app, device, one);

    expect(before).toMatchObject({ status: 422, body: { code: 'policy-unknown' } });
    expect([put.status, after.status]).toEqual([201, 201]);
  });

  it('takes a decision up to ten minutes ahead of its clock and none beyond', async () => {
    const now = Date.parse('2026-03-01T12:00:00.000Z');
    const app = await server({ now: () => now });
    const device = deviceSecret();

    const edge = await putDecision(app, device, decision({ at: '2026-03-01T12:10:00.000Z' }));
    const beyond = await putDecision(app, device, decision({ at: '2026-03-01T12:10:00.001Z' }));

    expect(edge.status).toBe(201);
    expect(beyond).toMatchObject({ status: 422, body: { code: 'future' } });
  });

  it.each([
    '',
    'short',
    'a'.repeat(21),
    'a'.repeat(65),
    'with space and more than 22',
    'ünïcödé-ünïcödé-ünïcödé',
    'a+b/c='.repeat(5),
  ])('S52 answers 400 to the device secret %j', async (device) => {
    const app = await server();
    const one = decision();

    const answer = await putDecision(app, device, one);

    expect(answer).toMatchObject({ status: 400, body: { code: 'device' } });
    expect((await putDecision(app, deviceSecret(), one)).status).toBe(201);
  });

  it('answers 400 when path and body name two ids', async () => {
    const app = await server();

    const answer = await send(app, 'PUT', `/v1/decisions/${decision().id}`, {
      device: deviceSecret(),
      payload: decision(),
    });

    expect(answer).toMatchObject({ status: 400, body: { code: 'id' } });
  });

  const good = decision();
  const purposes = (count: number): object =>
    Object.fromEntries(
      Array.from({ length: count }, (_, n) => [`p${n}`, { answer: 'refused', terms: 'x' }]),
    );
  const text = JSON.stringify(good);
  const bad: readonly (readonly [name: string, payload: string])[] = [
    ['no JSON', '{'],
    ['nothing', ''],
    ['null', 'null'],
    ['a list', '[]'],
    ['a text', '"x"'],
    ['an unknown word', JSON.stringify({ ...good, userAgent: 'Mozilla/5.0' })],
    ['a missing word', JSON.stringify({ ...good, at: undefined })],
    ['another type', JSON.stringify({ ...good, language: 1 })],
    ['null for the policy', JSON.stringify({ ...good, policy: null })],
    ['a list for a word', JSON.stringify({ ...good, method: ['banner'] })],
    ['65 purposes', JSON.stringify({ ...good, purposes: purposes(65) })],
    [
      'an unknown answer',
      JSON.stringify({ ...good, purposes: { a: { answer: 'yes', terms: 'x' } } }),
    ],
    [
      'a word too many in a purpose',
      JSON.stringify({
        ...good,
        purposes: { a: { answer: 'granted', terms: 'x', ip: '203.0.113.77' } },
      }),
    ],
    [
      'an id of a purpose with markup',
      JSON.stringify({ ...good, purposes: { '<b>': { answer: 'granted', terms: 'x' } } }),
    ],
    [
      'a UUID of version 4',
      JSON.stringify({ ...good, id: '7b0c1f04-6f7e-4d3e-9a64-0f6f3f1b7a55' }),
    ],
    ['an id in capitals', JSON.stringify({ ...good, id: good.id.toUpperCase() })],
    ['a policy hash of 63 digits', JSON.stringify({ ...good, policy: 'a'.repeat(63) })],
    [
      'a line feed after the policy hash',
      JSON.stringify({ ...good, policy: `${'a'.repeat(64)}\n` }),
    ],
    ['a day that does not exist', JSON.stringify({ ...good, at: '2026-13-41T00:00:00.000Z' })],
    ['a moment without zone', JSON.stringify({ ...good, at: '2026-01-01T00:00:00' })],
    ['a NUL', JSON.stringify({ ...good, language: 'nl\u0000' })],
    ['a lone surrogate', text.replace('"nl-BE"', '"\\ud800"')],
    ['__proto__ at the top', text.replace('{', '{"__proto__":{"policy":""},')],
    [
      '__proto__ as a purpose',
      text.replace('"purposes":{', '"purposes":{"__proto__":{"answer":"granted","terms":"x"},'),
    ],
    ['__proto__ in escapes', text.replace('{', '{"\\u005f_proto__":{},')],
    ['constructor.prototype', text.replace('{', '{"constructor":{"prototype":{}},')],
    ['lists 15,000 deep', '['.repeat(15_000) + ']'.repeat(15_000)],
    [
      'purposes 5,000 deep',
      text.replace('"granted"', '{"a":'.repeat(5000) + '1' + '}'.repeat(5000)),
    ],
    [
      'a huge list for purposes',
      JSON.stringify({ ...good, purposes: Array<number>(9000).fill(1) }),
    ],
  ];

  it.each(bad)('answers one and the same 400 to a body with %s', async (_name, payload) => {
    const app = await server();

    const answer = await send(app, 'PUT', `/v1/decisions/${good.id}`, {
      device: deviceSecret(),
      payload,
    });

    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({
      code: 'body',
      message: 'The body is not what this address takes. Compare it with the README.',
    });
  });

  it('S46 has no place for a URL, a query string or an address with a port in the surface', async () => {
    const app = await server();
    const surfaces = [
      'www.bank.example/pay?iban=NL91',
      'https://www.bank.example',
      'www.bank.example:443',
      'WWW.BANK.EXAMPLE',
      '',
    ];

    const answers = await Promise.all(
      surfaces.map((surface) => putDecision(app, deviceSecret(), decision({ surface }))),
    );

    expect(answers.map((answer) => answer.status)).toEqual(surfaces.map(() => 400));
  });

  it('takes 64 purposes, no purposes, and hosts such as localhost and [::1]', async () => {
    const app = await server();
    const device = deviceSecret();
    const all = [
      decision({ purposes: { ...(purposes(64) as object) } }),
      decision({ purposes: {} }),
      decision({ surface: 'localhost' }),
      decision({ surface: '[::1]' }),
    ];

    const answers = await Promise.all(all.map((one) => putDecision(app, device, one)));

    expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201, 201]);
  });

  it('takes JSON only', async () => {
    const app = await server();

    const answer = await send(app, 'PUT', `/v1/decisions/${good.id}`, {
      device: deviceSecret(),
      payload: text,
      headers: { 'content-type': 'text/plain' },
    });

    expect(answer).toMatchObject({ status: 415, body: { code: 'media' } });
  });

  it('R12 keeps what it acknowledged over a restart on the same file', async () => {
    const database = `${folder()}/sluis.db`;
    const device = deviceSecret();
    const one = decision();
    const before = await server({ database });
    await putDecision(before, device, one);
    await before.close();

    const after = await server({ database });

    expect((await putDecision(after, device, one)).status).toBe(200);
    expect((await send(after, 'GET', `/v1/decisions/${one.id}/receipt`, { device })).status).toBe(
      200,
    );
  });
});
