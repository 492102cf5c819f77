import {
  allSwitches,
  decisionId,
  factsFor,
  isAnswered,
  standingOf,
  stateOf,
  termsOf,
  verdictForHost,
  verdictForPurpose,
  type Answers,
  type Situation,
} from '@sluis/consent';
import { consentRecordOf } from '@sluis/consent/record';
import { completePolicy, type Decision, type Policy, type PurposeConfig } from '@sluis/schema';
import { expect, test } from 'vitest';

const now = Date.parse('2026-11-26T12:00:00Z');
const day = 24 * 3600 * 1000;
const controller = { name: 'Bank', contact: '010', policyUrl: '/privacy' };
const asked = (id: string, more: Partial<PurposeConfig> = {}): PurposeConfig =>
  ({ id, legalBasis: 'a', label: id, text: 'Wij doen iets.', ...more }) as PurposeConfig;

function policyOf(purposes: readonly PurposeConfig[], hosts: readonly string[] = []): Policy {
  const services = hosts.map((id) => ({ id, hosts: [`${id}.example`] }));
  return completePolicy({ controller, profile: 'nl', purposes, services });
}

/** A decision by these answers, as `decide` makes it. */
function decided(policy: Policy, answers: Answers, by: 'person' | 'machine' = 'person'): Decision {
  return {
    id: decisionId(now, new Uint8Array(16)),
    policy: '',
    purposes: factsFor({ by, answers } as never, policy, {}),
    method: 'preferences',
    language: 'nl',
    surface: 'bank.example',
    at: new Date(now).toISOString(),
  };
}

function situation(policy: Policy, history: readonly Decision[], days = 0): Situation {
  return { policy, state: stateOf(history), identified: false, now: now + days * day };
}

test('S09 profiling has a switch of its own: the record shows it apart from what it is made of', () => {
  const policy = policyOf([asked('analytics'), asked('profiles', { profiling: true })]);
  const decision = decided(policy, { analytics: true, profiles: false });
  const standings = policy.purposes.map((one) => standingOf(one, situation(policy, [decision])));

  expect(standings).toEqual(['allowed', 'refused']);
  expect(
    consentRecordOf(decision, policy).event.map((one) => [one.purpose_id, one.event_state]),
  ).toEqual([
    ['analytics', 'consent_given'],
    ['profiles', 'consent_refused'],
  ]);
});

test('S09 who agreed to analytics has not agreed to profiles of it', () => {
  const before = policyOf([asked('analytics')]);
  const after = policyOf([asked('analytics', { profiling: true })]);
  const at = situation(after, [decided(before, { analytics: true })]);

  expect(after.purposes.map((one) => standingOf(one, at))).toEqual(['open']);
});

test('S38 a purpose that is asked apart is no part of accepting all, and nothing waits for it', () => {
  const policy = policyOf([asked('analytics'), asked('newsletter', { separate: true })]);
  expect(allSwitches(policy, true)).toEqual({ analytics: true });
  expect(allSwitches(policy, false)).toEqual({ analytics: false, newsletter: false });
  const at = situation(policy, [decided(policy, { analytics: true })]);
  expect(isAnswered(at)).toBe(true);
});

test('S14 a purpose without any tag is switched and recorded like any other, and opens nothing', () => {
  const policy = policyOf([asked('holiday-theme', { deviceAccess: 'none' })]);
  const [theme] = policy.purposes;
  if (!theme) throw new Error('no purpose');
  const decision = decided(policy, allSwitches(policy, true));
  const at = situation(policy, [decision]);

  expect(decision.purposes).toEqual({
    'holiday-theme': { answer: 'granted', terms: termsOf(theme, policy) },
  });
  expect([standingOf(theme, at), verdictForPurpose(theme, at)]).toEqual(['allowed', 'drop']);
  expect(consentRecordOf(decision, policy).pii_processing.purposes).toMatchObject([
    { purpose_id: 'holiday-theme', services: [] },
  ]);
});

test('S22 S20 where data comes from, and what comes of saying no, is part of what is shown', () => {
  const policy = policyOf([asked('ads', { source: 'the trade register', consequence: 'Less.' })]);
  const [recorded] = consentRecordOf(decided(policy, { ads: false }), policy).pii_processing
    .purposes;

  expect(policy.purposes[0]).toMatchObject({ source: 'the trade register', consequence: 'Less.' });
  expect(recorded).toMatchObject({ collection_method: 'the trade register' });
});

test('S26 of two kinds of survey the one that is consented to waits, the other runs until someone objects', () => {
  const feedback = asked('feedback', {
    legalBasis: 'f',
    deviceAccess: 'necessary',
    services: ['feedback'],
  } as Partial<PurposeConfig>);
  const survey = asked('survey', { services: ['survey'] });
  const policy = policyOf([feedback, survey], ['feedback', 'survey']);
  const verdicts = (answers: Answers): readonly string[] =>
    ['feedback', 'survey'].map((id) =>
      verdictForHost(`${id}.example`, '/', situation(policy, [decided(policy, answers)])),
    );

  expect(verdicts({})).toEqual(['pass', 'hold']);
  expect(verdicts({ survey: false })).toEqual(['pass', 'drop']);
  expect(verdicts({ survey: true, feedback: false })).toEqual(['drop', 'pass']);
});

test('R57 one call of a machine refuses everything, and nothing is asked for six months', () => {
  const policy = policyOf([asked('ads'), asked('analytics')]);
  const history = [decided(policy, allSwitches(policy, false), 'machine')];

  expect(isAnswered(situation(policy, history))).toBe(true);
  expect(isAnswered(situation(policy, history, 181))).toBe(true);
  expect(isAnswered(situation(policy, history, 182))).toBe(false);
});

test("R57 what a browser's signal refuses is not asked, and the signal grants nothing", () => {
  const policy = policyOf([asked('ads', { sharing: true })]);
  const at = situation(policy, []);

  expect(isAnswered(at)).toBe(false);
  expect(isAnswered({ ...at, signal: true })).toBe(true);
  expect(policy.purposes.map((one) => standingOf(one, { ...at, signal: true }))).toEqual([
    'refused',
  ]);
});

test('S07 a year and a day later nothing of an answer counts', () => {
  const policy = policyOf([asked('ads'), asked('analytics')]);
  const history = [decided(policy, { ads: true, analytics: false })];
  const standings = (days: number): readonly string[] =>
    policy.purposes.map((one) => standingOf(one, situation(policy, history, days)));

  expect(standings(1)).toEqual(['allowed', 'refused']);
  expect(standings(366)).toEqual(['open', 'open']);
});
