import { expect, test } from 'vitest';
import { randomBytes } from '../../../packages/server/src/random-bytes.js';

test('gives out every byte of chance once, also where the pool ends within what is asked', () => {
  const given = Array.from({ length: 5000 }, (_, n) => randomBytes(n % 2 ? 32 : 12));

  expect(new Set(given.map((bytes) => bytes.toString('hex'))).size).toBe(5000);
  expect(new Set(given.map(({ length }) => length))).toEqual(new Set([12, 32]));
});
