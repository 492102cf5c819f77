import { textIn } from '@sluis/schema';
import { expect, test } from 'vitest';

const text = { nl: 'Statistiek', fr: 'Statistiques', 'de-AT': 'Statistik' };

test.each([
  ['its own tag', 'de-AT', 'Statistik'],
  ['its base language', 'fr-BE', 'Statistiques'],
  ['else the first there is', 'pl', 'Statistiek'],
])('a text is found by %s', (_, language, expected) => {
  expect(textIn(text, language)).toBe(expected);
});

test('one text is for every language, and none is nothing', () => {
  expect(textIn('Statistiek', 'fr')).toBe('Statistiek');
  expect(textIn(undefined, 'fr')).toBe('');
  expect(textIn({}, 'fr')).toBe('');
});
