import {
  answersFor,
  decisionId,
  laterOf,
  merge,
  standingOf,
  stateOf,
  termsOf,
} from '@sluis/consent';
import type { Answer, Decision } from '@sluis/schema';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bankPolicy } from '../bank-config.js';

const [analytics] = bankPolicy.purposes;
if (!analytics) throw new Error('the bank asks nothing');
const terms = termsOf(analytics, bankPolicy);

function said(answer: Answer, at: string, id: string = at): Decision {
  const purposes = { analytics: { answer, terms } };
  return {
    id,
    policy: '',
    purposes,
    method: 'banner',
    language: 'nl',
    surface: 'bank.example',
    at,
  };
}

const given = said('granted', '2026-03-01T10:00:00.000Z');
const withdrawn = said('withdrawn', '2026-05-05T10:00:00.000Z');

const standingOn = (day: string): string =>
  standingOf(analytics, {
    policy: bankPolicy,
    state: stateOf([given, withdrawn], Date.parse(day)),
    identified: false,
    now: Date.parse(day),
  });

test('S35 R17 the state on any day can be replayed: given in March, withdrawn in May', () => {
  expect(standingOn('2026-02-01')).toBe('open');
  expect(standingOn('2026-04-01')).toBe('allowed');
  expect(standingOn('2026-06-01')).toBe('refused');
});

test('R17 refusing what was granted is a withdrawal, refusing what was not is a refusal', () => {
  const answerAfter = (history: readonly Decision[]): string | undefined =>
    answersFor({ analytics: false }, bankPolicy, stateOf(history)).analytics?.answer;

  expect(answerAfter([])).toBe('refused');
  expect(answerAfter([given])).toBe('withdrawn');
});

test('S33 objecting is no withdrawal, and can be taken back', () => {
  const objected = answersFor({ research: false }, bankPolicy, {});
  const state = { research: { answer: 'objected', terms: '', at: 1 } } as const;

  expect(objected.research?.answer).toBe('objected');
  expect(answersFor({ research: true }, bankPolicy, state).research?.answer).toBe('unobjected');
});

test('S16 a locked purpose takes no answer', () => {
  expect(answersFor({ security: false }, bankPolicy, {})).toEqual({});
});

test('R10 purposes that are not named keep their answer', () => {
  expect(Object.keys(answersFor({ marketing: true }, bankPolicy, {}))).toEqual(['marketing']);
});

const answer = fc.constantFrom<Answer>('granted', 'refused', 'withdrawn');
const decisions = fc.array(
  fc
    .tuple(answer, fc.integer({ min: 0, max: 5 }), fc.uuid())
    .map(([one, minute, id]) => said(one, `2026-01-01T00:0${minute}:00.000Z`, id)),
  { maxLength: 8 },
);

test('the state does not depend on the order in which facts arrive', () => {
  fc.assert(
    fc.property(decisions, decisions, (one, other) => {
      const state = stateOf(merge(one, other)).analytics?.answer;
      const turned = stateOf([...other, ...one].reverse()).analytics?.answer;
      const joined = laterOf(stateOf(one), stateOf(other)).analytics?.answer;
      expect([turned === 'granted', joined === 'granted']).toEqual([
        state === 'granted',
        state === 'granted',
      ]);
    }),
  );
});

test('where the order cannot be known, the refusal wins', () => {
  const refused = said('refused', given.at, 'other');

  expect(stateOf([given, refused]).analytics?.answer).toBe('refused');
  expect(stateOf([refused, given]).analytics?.answer).toBe('refused');
});

test('merging is commutative and idempotent', () => {
  fc.assert(
    fc.property(decisions, decisions, (one, other) => {
      expect(merge(one, other).map(({ id }) => id)).toEqual(merge(other, one).map(({ id }) => id));
      expect(merge(merge(one, other), other)).toEqual(merge(one, other));
    }),
  );
});

test('ids carry their moment and sort by it', () => {
  const early = decisionId(Date.parse('2026-01-01T00:00:00Z'), new Uint8Array(16).fill(255));
  const late = decisionId(Date.parse('2026-01-02T00:00:00Z'), new Uint8Array(16));

  expect(early).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(parseInt(early.replace('-', '').slice(0, 12), 16)).toBe(
    Date.parse('2026-01-01T00:00:00Z'),
  );
  expect(early < late).toBe(true);
});
