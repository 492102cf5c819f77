import { describe, expect, it } from 'vitest';
import { decision, deviceSecret, origin, send, server } from './arrange.js';

const foreign = [
  'null',
  'https://evil.example',
  'http://www.bank.example',
  'https://bank.example',
  'https://www.bank.example.evil.example',
  'https://www.bank.example:8443',
  'https://wwwxbank.example',
  'https://WWW.BANK.EXAMPLE',
  'https://www.bank.example/',
  'https://www.bank.example, https://evil.example',
  '*',
  '',
];

describe('origins', () => {
  it.each(foreign)('answers 403 to the origin %j before anything changes', async (stranger) => {
    const app = await server();
    const one = decision();
    const put = (from: string) =>
      send(app, 'PUT', `/v1/decisions/${one.id}`, {
        device: deviceSecret(),
        payload: one,
        headers: { origin: from },
      });

    const refused = await put(stranger);
    const taken = await put(origin);

    expect(refused).toMatchObject({ status: 403, body: { code: 'origin' } });
    expect(refused.headers['access-control-allow-origin']).toBeUndefined();
    expect(taken.status).toBe(201);
    expect(taken.headers['access-control-allow-origin']).toBe(origin);
  });

  it('answers the preflight of a known origin with exactly what the client needs', async () => {
    const app = await server();

    const answer = await app.inject({
      method: 'OPTIONS',
      url: '/v1/me',
      headers: {
        origin,
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'authorization',
      },
    });

    expect(answer.statusCode).toBe(204);
    expect(answer.headers).toMatchObject({
      'access-control-allow-origin': origin,
      'access-control-allow-methods': 'GET, PUT, POST, DELETE',
      'access-control-allow-headers': 'Authorization, Content-Type, Sluis-Device, If-None-Match',
      'access-control-expose-headers': 'ETag, Retry-After',
    });
    expect(answer.headers['access-control-allow-credentials']).toBeUndefined();
  });

  it('gives the preflight of another origin no permission', async () => {
    const app = await server();

    const answer = await app.inject({
      method: 'OPTIONS',
      url: '/v1/me',
      headers: { origin: 'null', 'access-control-request-method': 'PUT' },
    });

    expect(answer.statusCode).toBe(403);
    expect(
      Object.keys(answer.headers).filter((name) => name.startsWith('access-control-allow')),
    ).toEqual([]);
  });

  it('lets failures be read by a known origin, so that the client knows what to do', async () => {
    const app = await server();

    const answer = await send(app, 'GET', '/v1/me', { headers: { origin } });

    expect([answer.status, answer.headers['access-control-allow-origin']]).toEqual([401, origin]);
  });

  it('serves no page: nothing may be framed, run or guessed from an answer', async () => {
    const app = await server();

    const { headers } = await send(app, 'GET', '/healthz');

    expect(headers['content-security-policy']).toBe("default-src 'none';frame-ancestors 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it.each([
    'https://www.bank.example/',
    'www.bank.example',
    '*',
    'null',
    'https://*.bank.example/',
    'HTTPS://www.bank.example',
  ])('does not start with %j for an origin', async (wrong) => {
    await expect(server({ origins: [wrong] })).rejects.toThrow(
      /is not one\. Write scheme and host/,
    );
  });
});
