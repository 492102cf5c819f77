import { answerBy } from '@sluis/consent';
import { expect, test } from 'vitest';

test.each([
  ['2026-11-26T23:59:59.000Z', '2026-12-26'],
  ['2026-12-31T00:00:00.000Z', '2027-01-31'],
  ['2027-01-31T12:00:00.000Z', '2027-02-28'],
  ['2028-01-30T12:00:00.000Z', '2028-02-29'],
])('S34 a request of %s is answered by %s', (at, day) => {
  expect(answerBy(at)).toBe(day);
});
