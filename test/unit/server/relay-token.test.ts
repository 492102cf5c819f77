import type { Answer } from '@sluis/schema';
import type { FastifyInstance } from 'fastify';
import { describe, expect, it } from 'vitest';
import { relayTokens } from '../../../packages/server/src/relay/relay-tokens.js';
import { decision, deviceSecret, putDecision, send, server, token } from './arrange.js';

const key = 'ab'.repeat(32);
const day = 24 * 3600 * 1000;

async function answer(
  app: FastifyInstance,
  device: string,
  purposes: { readonly [id: string]: Answer },
  at = new Date(),
): Promise<void> {
  const said = Object.entries(purposes).map(([id, one]) => [id, { answer: one, terms: 't' }]);
  await putDecision(
    app,
    device,
    decision({ purposes: Object.fromEntries(said), at: at.toISOString() }),
  );
}

/** Purposes of the token that a device gets. */
async function granted(app: FastifyInstance, device: string): Promise<readonly string[]> {
  const { status, body } = await send(app, 'GET', '/v1/relay-token', { device });
  if (status === 404) return [];
  const { token: text } = body as { token: string };
  return [...(relayTokens(key, 'site').verify(text, Date.now()) ?? ['no good token'])];
}

describe('GET /v1/relay-token', () => {
  it('R24 names what a device has granted, and no more', async () => {
    const app = await server({ key });
    const device = deviceSecret();
    await answer(app, device, { analytics: 'granted', marketing: 'refused', surveys: 'objected' });

    expect(await granted(app, device)).toEqual(['analytics']);
    expect(await granted(app, deviceSecret())).toEqual([]);
  });

  it('R17 names nothing that was withdrawn, restricted, or granted more than half a year ago', async () => {
    const app = await server({ key });
    const [one, two, three] = [deviceSecret(), deviceSecret(), deviceSecret()];
    await answer(app, one, { a: 'granted', b: 'granted' });
    await answer(app, one, { a: 'withdrawn' });
    await answer(app, two, { a: 'granted' });
    await answer(app, two, { a: 'restricted' });
    await answer(app, three, { a: 'granted' }, new Date(Date.now() - 183 * day));

    expect(await granted(app, one)).toEqual(['b']);
    expect(await granted(app, two)).toEqual([]);
    expect(await granted(app, three)).toEqual([]);
  });

  it('R17 hears of what the person withdrew on another device', async () => {
    const app = await server({ key });
    const [phone, laptop] = [deviceSecret(), deviceSecret()];
    await answer(app, phone, { a: 'granted' });
    for (const device of [phone, laptop])
      await send(app, 'PUT', '/v1/me/device', { device, bearer: await token('person-1') });

    await answer(app, laptop, { a: 'withdrawn' });

    expect(await granted(app, phone)).toEqual([]);
  });

  it('lasts a quarter of an hour', async () => {
    const app = await server({ key });
    const device = deviceSecret();
    await answer(app, device, { a: 'granted' });

    const { body } = await send(app, 'GET', '/v1/relay-token', { device });

    const { token: text, expiresAt } = body as { token: string; expiresAt: string };
    const verify = (now: number): unknown => relayTokens(key, 'site').verify(text, now);
    expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(14 * 60_000);
    expect(verify(Date.now() + 13 * 60_000)).toBeDefined();
    expect(verify(Date.now() + 16 * 60_000)).toBeUndefined();
  });

  it('asks for a device', async () => {
    const app = await server({ key });

    expect((await send(app, 'GET', '/v1/relay-token')).status).toBe(400);
  });
});
