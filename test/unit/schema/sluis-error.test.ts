import { SluisError, type ErrorCode } from '@sluis/schema';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as production from '../../../packages/schema/src/sentences.production.js';

const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
const codes = [...readme.matchAll(/<a id="([a-z]\d\d)"><\/a>/g)].map(([, id]) => `${id}`);

test.each(codes)('the code %s of the README has a sentence in development', (id) => {
  const code = id.toUpperCase() as ErrorCode;
  const { message } = new SluisError(code, 'some.place', 'some value');

  expect(message).toMatch(new RegExp(`^sluis ${code}: [^ ]+ .{15}`));
});

test('G07 tells a configuration that is missing from one that comes too late', () => {
  expect(new SluisError('G07').message).toContain('is missing');
  expect(new SluisError('G07', 'after').message).toContain('comes after');
});

test('in production a message is the code, the place and the value', () => {
  expect(production.sentenceOf('C03', 'services[0]', 'cookie')).toBe('services[0] cookie');
  expect(production.sentenceOf('S02', '', undefined)).toBe('');
  expect(production.isDevelopment).toBe(false);
});
