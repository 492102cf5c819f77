import { expect, test } from 'vitest';
import { requestCounts } from '../../../packages/server/src/request-counts.js';

test('counts a sender for a minute from its first request, each apart', () => {
  let now = 0;
  const count = requestCounts(100, () => now);
  const requests = (sender: string): number => count(sender).requests;

  const first = [requests('a'), requests('a'), requests('b')];
  now = 59_999;
  const still = requests('a');
  now = 60_000;
  const again = requests('a');

  expect([first, still, again]).toEqual([[1, 2, 1], 3, 1]);
});

test('S45 keeps no more counts than its bound: the oldest goes', () => {
  const count = requestCounts(3, () => 0);
  for (const sender of ['a', 'b', 'c', 'd']) count(sender);

  expect([count('d').requests, count('b').requests, count('a').requests]).toEqual([2, 2, 1]);
});
