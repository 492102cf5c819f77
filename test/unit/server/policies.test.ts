import { describe, expect, it } from 'vitest';
import { hashOf, send, server } from './arrange.js';

const policy = '{"controller":{"name":"Bank é"},"purposes":[]}';

describe('PUT /v1/policies/:sha256', () => {
  it.each(['text/plain', 'text/plain;charset=UTF-8', 'application/json'])(
    'takes the canonical text as %s, once',
    async (type) => {
      const app = await server();
      const put = () =>
        send(app, 'PUT', `/v1/policies/${hashOf(policy)}`, {
          payload: policy,
          headers: { 'content-type': type },
        });

      const first = await put();
      const again = await put();

      expect([first.status, again.status]).toEqual([201, 200]);
      expect(first.body).toEqual({ hash: hashOf(policy) });
    },
  );

  it('refuses a text whose hash is not the one in the path', async () => {
    const app = await server();

    const answer = await send(app, 'PUT', `/v1/policies/${hashOf('other')}`, { payload: policy });

    expect(answer).toMatchObject({ status: 400, body: { code: 'policy' } });
  });

  it.each([
    ['spaces', '{ "a": 1 }'],
    ['another order', '{"b":1,"a":2}'],
    ['the same key twice', '{"a":1,"a":1}'],
    ['a list', '[]'],
    ['no JSON', 'just text'],
    ['a byte order mark', '\ufeff{"a":1}'],
    ['30,000 levels', `{"a":${'['.repeat(30_000)}${']'.repeat(30_000)}}`],
  ])('refuses %s, even with the right hash', async (_name, payload) => {
    const app = await server();

    const answer = await send(app, 'PUT', `/v1/policies/${hashOf(payload)}`, { payload });

    expect(answer).toMatchObject({ status: 400, body: { code: 'policy' } });
  });

  it('takes 64 KiB and not one byte more', async () => {
    const app = await server();
    const sized = (bytes: number): string => `{"a":"${'x'.repeat(bytes - 8)}"}`;
    const put = (payload: string) =>
      send(app, 'PUT', `/v1/policies/${hashOf(payload)}`, { payload });

    const edge = await put(sized(64 * 1024));
    const beyond = await put(sized(64 * 1024 + 1));

    expect(edge.status).toBe(201);
    expect(beyond).toMatchObject({ status: 413, body: { code: 'too-large' } });
  });
});
