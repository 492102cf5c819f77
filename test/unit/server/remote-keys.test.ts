import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { SignJWT } from 'jose';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { remoteKeys } from '../../../packages/server/src/remote-keys.js';
import { audience, issuer, pair, publicJwk, send, server, token } from './arrange.js';

/** A place that publishes keys. */
async function publisher(): Promise<{
  readonly url: string;
  readonly publish: (body: string | undefined) => void;
  readonly asked: () => number;
}> {
  let body: string | undefined;
  let asked = 0;
  const http = createServer((_request, response) => {
    asked++;
    response.writeHead(body === undefined ? 503 : 200).end(body);
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void http.close());
  await once(http, 'listening');
  const address = http.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return {
    url: `http://127.0.0.1:${port}/jwks`,
    publish: (text) => void (body = text),
    asked: () => asked,
  };
}

const next = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const nextJwk = next.publicKey.export({ format: 'jwk' });
const setOf = (...keys: readonly object[]): string => JSON.stringify({ keys });

describe('keys at an address', { timeout: 30_000 }, () => {
  it('S52 lets a person in by a published key, and a key that is not published not', async () => {
    const { url, publish } = await publisher();
    publish(setOf(publicJwk));
    const app = await server({ identity: { keys: url, issuer, audience } });
    const stranger = await new SignJWT({})
      .setProtectedHeader({ alg: 'ES256' })
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject('client-1')
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(next.privateKey);

    const answers = [
      await send(app, 'GET', '/v1/me', { bearer: await token('client-1') }),
      await send(app, 'GET', '/v1/me', { bearer: stranger }),
    ];

    expect(pair.publicKey.asymmetricKeyType).toBe('ec');
    expect(answers.map(({ status }) => status)).toEqual([200, 401]);
  });

  it('S52 knows a new key, and no longer an old one, within a minute, asking once', async () => {
    let now = 0;
    const { url, publish, asked } = await publisher();
    const keysNow = remoteKeys(url, () => now);
    publish(setOf(publicJwk));
    const before = await keysNow();
    publish(setOf(nextJwk));
    now = 59_999;
    const still = await Promise.all(Array.from({ length: 50 }, keysNow));
    now = 60_000;

    const after = await Promise.all(Array.from({ length: 50 }, keysNow));

    const isNext = (keys: typeof before): boolean => keys[0]?.key.equals(next.publicKey) ?? false;
    expect(still.filter(isNext)).toHaveLength(0);
    expect(after.filter(isNext)).toHaveLength(50);
    expect(asked()).toBe(2);
  });

  it('S52 refuses within a minute a token that it took before its key was taken away', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const { url, publish } = await publisher();
    publish(setOf(publicJwk));
    const app = await server({ identity: { keys: url, issuer, audience } });
    const bearer = await token('client-1');
    const ask = async (): Promise<number> => (await send(app, 'GET', '/v1/me', { bearer })).status;
    const statuses = [await ask(), await ask()];
    publish(setOf(nextJwk));
    vi.setSystemTime(Date.now() + 60_000);

    statuses.push(await ask());

    expect(statuses).toEqual([200, 200, 401]);
  });

  it.each([undefined, '{', '{"keys":[]}', '{"keys":[{"kty":"RSA"}]}', 'null'])(
    'goes on with the keys of before when the address answers %j',
    async (body) => {
      let now = 0;
      const { url, publish } = await publisher();
      const keysNow = remoteKeys(url, () => now);
      publish(setOf(publicJwk));
      await keysNow();
      publish(body);
      now = 60_000;

      expect(await keysNow()).toHaveLength(1);
    },
  );

  it('has no keys, and lets nobody in, while the address has never answered', async () => {
    const { url } = await publisher();
    const app = await server({ identity: { keys: url, issuer, audience } });

    const answer = await send(app, 'GET', '/v1/me', { bearer: await token('client-1') });

    expect(answer).toMatchObject({ status: 401, body: { code: 'unauthorized' } });
  });
});
