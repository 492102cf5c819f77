import { expect, onTestFinished, test, vi } from 'vitest';
import { recentTokens } from '../../../packages/server/src/recent-tokens.js';
import { send, server, token } from './arrange.js';

function clock(): void {
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
}

test('S52 a token that was taken counts until its exp, and no longer', async () => {
  clock();
  const app = await server();
  const bearer = await token('client-1', {});
  const ask = async (): Promise<number> => (await send(app, 'GET', '/v1/me', { bearer })).status;
  const statuses = [await ask()];
  for (const seconds of [250, 49, 10]) {
    vi.setSystemTime(Date.now() + seconds * 1000);
    statuses.push(await ask());
  }

  expect(statuses).toEqual([200, 200, 200, 401]);
});

test('remembers a token for a minute at most, for the keys it was checked with', () => {
  clock();
  const [keys, others] = [[], []];
  const recent = recentTokens();
  recent.remember('t', keys, { subject: 's', until: Date.now() + 3_600_000 });

  const now = [recent.find('t', keys), recent.find('t', others), recent.find('u', keys)];
  vi.setSystemTime(Date.now() + 60_000);

  expect([now, recent.find('t', keys)]).toEqual([['s', undefined, undefined], undefined]);
});

test('forgets all when the keys change, and the oldest when there are too many', () => {
  const keys: [] = [];
  const recent = recentTokens();
  const good = { subject: 's', until: Date.now() + 60_000 };
  for (let n = 0; n <= 10_000; n++) recent.remember(`t${n}`, keys, good);
  const kept = ['t0', 't1', 't10000'].map((one) => recent.find(one, keys));

  recent.remember('new', [], good);

  expect(kept).toEqual([undefined, 's', 's']);
  expect(recent.find('t1', keys)).toBeUndefined();
});
