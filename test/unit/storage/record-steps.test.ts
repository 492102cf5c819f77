import type { Decision } from '@sluis/schema';
import {
  hasDecision,
  withAccount,
  withDecision,
  withoutAccount,
  type StoredRecord,
} from '@sluis/storage';
import { expect, test } from 'vitest';
import { parseRecord } from '../../../packages/storage/src/stored-record.js';

const decision: Decision = {
  id: '019387a0-0000-7000-8000-000000000001',
  policy: 'p',
  purposes: { analytics: { answer: 'granted', terms: 't' } },
  method: 'banner',
  language: 'nl',
  surface: 'www.bank.example',
  at: '2026-11-26T12:00:00.000Z',
};

/** A decision that was made while `record` was the record. */
const madeIn = ({ secret }: StoredRecord, side: 'device' | 'account') => ({
  decision,
  policy: '{}',
  side,
  secret,
  send: true,
});

test('S15 of a person who has signed out since, a decision leaves under the old secret and does not stay', () => {
  const signedIn = withAccount(parseRecord(undefined), []);
  const made = madeIn(signedIn, 'account');
  const signedOut = withoutAccount(signedIn);

  const record = withDecision(signedOut, made);

  expect(record.account).toEqual([]);
  expect(record.outbox).toEqual([{ decision, secret: signedIn.secret }]);
  expect(record.secret).not.toBe(signedIn.secret);
  expect(hasDecision(record, made)).toBe(true);
  expect(withDecision(record, made)).toBe(record);
});

test("S15 a decision of the device's own stays, whoever has signed out meanwhile", () => {
  const before = parseRecord(undefined);
  const made = madeIn(before, 'device');
  const after = withoutAccount(before);

  expect(hasDecision(after, made)).toBe(false);
  expect(withDecision(after, made).device).toEqual([decision]);
});
