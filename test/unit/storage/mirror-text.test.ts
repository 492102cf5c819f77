import {
  readMirrorText,
  readUnsettled,
  writeMirrorText,
  writeUnsettled,
  type Mirror,
} from '@sluis/storage';
import { expect, test } from 'vitest';

const unsettled = {
  id: '019a2b3c-0000-7000-8000-000000000000',
  method: 'opt-out',
  language: 'nl-BE',
  surface: 'www.bank.example',
} as const;

const mirror: Mirror = {
  config: 'k3x',
  state: {
    analytics: {
      answer: 'granted',
      terms: '1x8f3k',
      at: 1_790_000_000_000,
      order: 1_790_000_000_000,
    },
    'social-media': {
      answer: 'withdrawn',
      terms: 'zz',
      at: 1_790_000_000_001,
      order: 1_990_000_000_000,
    },
    '!social-media': { answer: 'restricted', terms: 'zz', at: 1, order: 1 },
  },
  unsettled: writeUnsettled(unsettled),
};

test('R12 what is written is read back, with what is unsettled', () => {
  const read = readMirrorText(writeMirrorText(mirror));

  expect(read).toEqual(mirror);
  expect(readUnsettled(read?.unsettled ?? '')).toEqual(unsettled);
});

test('R12 what an older version left unsettled is read, without its host', () => {
  const { surface: _, ...older } = unsettled;

  expect(readUnsettled(Object.values(older).join('.'))).toEqual({ ...older, surface: '' });
});

test('a cookie carries it unquoted and it stays small', () => {
  const text = writeMirrorText(mirror);

  expect(text).toMatch(/^[\w.~!-]+$/);
  expect(text.length).toBeLessThan(200);
});

test('cut short, changed or of another version it counts as no answer', () => {
  const text = writeMirrorText(mirror);

  for (let end = 0; end < text.length; end++) {
    expect(readMirrorText(text.slice(0, end))).toBeUndefined();
  }
  expect(readMirrorText(text.replace('.w.', '.g.'))).toBeUndefined();
  expect(readMirrorText(`2${text.slice(1)}`)).toBeUndefined();
});
