// @vitest-environment happy-dom
import { completePolicy, cookieDays, type Policy } from '@sluis/schema';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { endInTime } from '../../../packages/sluis/src/cookie-life.js';

const day = 24 * 3600 * 1000;
const cookieLife = cookieDays * day;
const start = Date.parse('2026-11-26T12:00:00Z');

beforeEach(() => {
  vi.useFakeTimers({ now: start, toFake: ['Date'] });
  localStorage.clear();
  document.cookie = '_ga=1';
});

afterEach(() => {
  vi.useRealTimers();
});

const controller = { name: 'Bank', contact: '010', policyUrl: '/privacy' };
const purpose = { id: 'p', legalBasis: 'a', label: 'P', text: 'P.', services: ['ga'] } as const;

function policy(retentionDays?: number): Policy {
  const kept = retentionDays ? { retentionDays } : {};
  const services = [{ id: 'ga', cookies: ['_ga'] }];
  return completePolicy({ controller, services, purposes: [{ ...purpose, ...kept }] });
}

/** What is written in the place of `cookie`, after so many days; nothing where it may stay. */
function rewritten(cookie: unknown, days = 0, under = policy()): unknown {
  vi.setSystemTime(start + days * day);
  let written: unknown;
  endInTime(under, '_ga', cookie, ([text]) => (written = text));
  return written;
}

test.each([
  ['by Max-Age', '_ga=1; path=/; max-age=63072000'],
  ['by Expires', '_ga=1; expires=Thu, 01 Jan 2099 00:00:00 GMT'],
  ['by both', '_ga=1; max-age=63072000; expires=Fri, 27 Nov 2026 00:00:00 GMT'],
  ['by the last Max-Age', '_ga=1; max-age=60; max-age=63072000'],
])('R54 a cookie that would last longer %s ends 13 months after its first write', (_, cookie) => {
  expect(rewritten(cookie)).toBe(`${cookie};max-age=${cookieLife / 1000}`);
});

test('R54 one that is renewed at each visit ends where it would have', () => {
  const cookie = '_ga=1; max-age=34128000';

  expect(rewritten(cookie)).toBeUndefined();
  expect(rewritten(cookie, 100)).toBe(`${cookie};max-age=${295 * 24 * 3600}`);
  expect(rewritten(cookie, 394)).toBe(`${cookie};max-age=${24 * 3600}`);
});

test('R54 what is written once it has ended is a new cookie', () => {
  rewritten('_ga=1; max-age=34128000');

  expect(rewritten('_ga=1; max-age=34128000', 396)).toBeUndefined();
  expect(rewritten('_ga=1; max-age=34128000', 397)).toBe(
    `_ga=1; max-age=34128000;max-age=${394 * 24 * 3600}`,
  );
});

test('S07 one whose data is kept for a shorter time ends then', () => {
  const cookie = '_ga=1; max-age=63072000';

  expect(rewritten(cookie)).toBe(`${cookie};max-age=${cookieLife / 1000}`);
  expect(rewritten(cookie, 1, policy(30))).toBe(`${cookie};max-age=${30 * 24 * 3600}`);
  expect(rewritten(cookie, 11, policy(30))).toBe(`${cookie};max-age=${20 * 24 * 3600}`);
});

test.each([
  ['of the session', '_ga=1; path=/'],
  ['of a day', '_ga=1; max-age=86400'],
  ['that is deleted', '_ga=; max-age=0'],
  ['with a date that is none', '_ga=1; expires=soon'],
  ['that was only tried', '_ga=other; max-age=63072000'],
])('a cookie %s stays as it is', (_, cookie) => {
  expect(rewritten(cookie)).toBeUndefined();
});

test('R54 cookieStore.set is cut likewise', () => {
  const cookie = {
    name: '_ga',
    value: '1',
    expires: start + 2 * cookieLife,
    domain: 'bank.example',
  };

  expect(rewritten(cookie)).toEqual({ ...cookie, expires: start + cookieLife });
  expect(rewritten('_ga')).toBeUndefined();
  expect(rewritten({ name: '_ga', value: '2', expires: cookie.expires })).toBe(undefined);
});

test('R54 a first write by a clock that ran ahead does not prolong it', () => {
  rewritten('_ga=1; max-age=63072000', 900);

  expect(rewritten('_ga=1; max-age=63072000')).toContain(`;max-age=${cookieLife / 1000}`);
});

test('where storage is refused a cookie is cut all the same', () => {
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
    throw new Error('refused');
  });

  expect(rewritten('_ga=1; max-age=63072000')).toContain(`;max-age=${cookieLife / 1000}`);
  vi.restoreAllMocks();
});
