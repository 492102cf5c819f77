import { fill } from '@sluis/ui';
import { expect, test } from 'vitest';

test('fills each placeholder, every time it stands there', () => {
  expect(fill('{name} and {name}, {place}', { name: 'Ada', place: 'Gent' })).toBe(
    'Ada and Ada, Gent',
  );
});

test('leaves an unknown placeholder and the braces of a value as they are', () => {
  expect(fill('{name} {other}', { name: '{place}', place: 'Gent' })).toBe('{place} {other}');
});
