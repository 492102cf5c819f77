import { refusePersonalId } from '@sluis/sync';
import { expect, test } from 'vitest';

test.each([
  ['111222333', 'citizen number'],
  ['111.222.333', 'citizen number'],
  ['1112 22 333', 'citizen number'],
  ['NL91 ABNA 0417 1643 00', 'account number'],
  ['BE68539007547034', 'account number'],
  ['anna@bank.example', 'mail address'],
])('S43 identify refuses %s with a clear reason', (value, reason) => {
  expect(() => refusePersonalId(value)).toThrow(reason);
});

test.each([
  '111222334',
  '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  'eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJhIn0.c2ln',
])('S43 a hashed id or token passes: %s', (value) => {
  expect(() => refusePersonalId(value)).not.toThrow();
});
