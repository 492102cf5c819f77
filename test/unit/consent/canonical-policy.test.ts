import { canonical, canonicalPolicy } from '@sluis/consent';
import { completePolicy } from '@sluis/schema';
import { expect, test } from 'vitest';
import { bankConfig } from '../bank-config.js';

test('S51 what was shown has one spelling, however its words were ordered', () => {
  expect(canonical({ b: 1, a: ['é', null] })).toBe(canonical({ a: ['é', null], b: 1 }));
  expect(canonical(undefined)).toBe('');
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
