import { canonical, canonicalPolicy } from '@sluis/consent';
import { completePolicy } from '@sluis/schema';
import { expect, test } from 'vitest';
import { bankConfig } from '../bank-config.js';

test('S51 what was shown has one spelling, however its words were ordered', () => {
  expect(canonical({ b: 1, a: ['é', null] })).toBe(canonical({ a: ['é', null], b: 1 }));
  expect(canonical(undefined)).toBe('');
});

test('S51 the spelling is that of RFC 8785: no spaces, keys by code units, nothing of what is undefined', () => {
  const value = {
    9: 1e21,
    10: [undefined, -0, '\u20ac\n"'],
    é: { b: undefined },
    a: true,
    '\u{1f600}': 1,
    ﬁ: 2,
  };

  expect(canonical(value)).toBe(
    '{"10":[null,0,"\u20ac\\n\\""],"9":1e+21,"a":true,"é":{},"\u{1f600}":1,"ﬁ":2}',
  );
});

test('S51 by which means others are held is no part of what was shown', () => {
  const shown = canonicalPolicy(completePolicy(bankConfig));
  const elsewhere = {
    ...bankConfig,
    gate: 'strict',
    assets: '/cdn/',
    backend: 'https://c.example',
  };

  expect(canonicalPolicy(completePolicy(elsewhere as never))).toBe(shown);
  expect(canonicalPolicy(completePolicy({ ...bankConfig, profile: 'fr' }))).not.toBe(shown);
});
