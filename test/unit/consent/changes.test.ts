import {
  carryOver,
  changesBetween,
  standingOf,
  termsOf,
  type Answers,
  type Change,
} from '@sluis/consent';
import { completePolicy, type Policy, type PurposeConfig, type State } from '@sluis/schema';
import { expect, test } from 'vitest';

const note = { link: 'L', context: 'C', data: 'D', effects: 'E', safeguards: 'S' };
const controller = { name: 'Bank', contact: '010', policyUrl: '/privacy' };
const analytics: PurposeConfig = {
  id: 'analytics',
  legalBasis: 'a',
  label: 'Statistiek',
  text: 'Wij tellen.',
  services: ['ga', 'own'],
  recipients: ['Bureau'],
  retentionDays: 365,
  events: ['page_view', 'click'],
};
const research: PurposeConfig = {
  id: 'research',
  legalBasis: 'f',
  label: 'Onderzoek',
  text: 'Wij onderzoeken.',
};
const services = [
  { id: 'ga', recipient: 'Google', country: 'IE' },
  { id: 'own', recipient: 'Bank' },
  { id: 'nameless' },
];

function policy(purposes: readonly unknown[], more: object = {}): Policy {
  const config = { controller, profile: 'nl', services, ...more } as const;
  return completePolicy({ ...config, purposes: purposes as readonly PurposeConfig[] });
}

const before = policy([analytics, research]);
const kinds = (changes: readonly Change[]): readonly string[] =>
  changes.map(({ kind, purpose }) => `${kind} ${purpose ?? 'controller'}`);

test('S51 nothing changed, nothing told', () => {
  expect(changesBetween(before, policy([analytics, research]))).toEqual([]);
});

test.each([
  ['another controller', { ...analytics, controller: { ...controller, name: 'Insurer' } }],
  ['one more service', { ...analytics, services: ['ga', 'own', 'ads'] }],
  ['a service at a firm without a name', { ...analytics, services: ['ga', 'own', 'nameless'] }],
  ['one more recipient', { ...analytics, recipients: ['Bureau', 'Partner'] }],
  ['another legal basis', { ...analytics, legalBasis: ['a', 'f'] }],
  ['device access that nobody is asked for', { ...analytics, deviceAccess: 'necessary' }],
  ['profiling', { ...analytics, profiling: true }],
  ['sharing', { ...analytics, sharing: true }],
  ['sensitive data', { ...analytics, sensitive: true }],
  ['an automated decision', { ...analytics, automatedDecision: 'A score.' }],
  ['a longer retention', { ...analytics, retentionDays: 366 }],
  ['a retention without an end', { ...analytics, retentionDays: undefined }],
  ['one more event', { ...analytics, events: ['page_view', 'click', 'scroll'] }],
  ['every event', { ...analytics, events: undefined }],
])('R13 %s is material, and is asked again', (_, now) => {
  expect(kinds(changesBetween(before, policy([now, research])))).toEqual(['material analytics']);
});

test('S37 a service that goes to another firm is material, and so is a controller with another name', () => {
  const sold = [{ id: 'ga', recipient: 'Buyer', country: 'IE' }, services[1]];
  const bought = { ...controller, name: 'Buyer' };

  expect(kinds(changesBetween(before, policy([analytics, research], { services: sold })))).toEqual([
    'material analytics',
  ]);
  expect(
    kinds(changesBetween(before, policy([analytics, research], { controller: bought }))),
  ).toEqual(['text controller', 'material analytics', 'material research']);
});

test('what was kept for those who signed in and is for anyone now is material', () => {
  const signedIn = policy([{ ...analytics, identified: true }]);

  expect(kinds(changesBetween(signedIn, policy([analytics])))).toEqual(['material analytics']);
  expect(kinds(changesBetween(policy([analytics]), signedIn))).toEqual(['text analytics']);
});

test('S08 what people do that is recorded now and was not is material', () => {
  const recorded = policy([{ ...analytics, recorded: true }]);

  expect(kinds(changesBetween(policy([analytics]), recorded))).toEqual(['material analytics']);
  expect(kinds(changesBetween(recorded, policy([analytics])))).toEqual(['text analytics']);
});

test.each([
  ['fewer services', { ...analytics, services: ['own'] }],
  ['fewer recipients', { ...analytics, recipients: [] }],
  ['no device access', { ...analytics, deviceAccess: 'none' }],
  ['a shorter retention', { ...analytics, retentionDays: 30 }],
  ['fewer events', { ...analytics, events: ['page_view'] }],
  ['other words', { ...analytics, text: 'Wij tellen bezoeken.' }],
])('S51 %s: told, not asked', (_, now) => {
  expect(kinds(changesBetween(before, policy([now, research])))).toEqual(['text analytics']);
});

test('S51 a purpose that is gone and a contact that moved are told', () => {
  const moved = { ...controller, contact: '020' };

  expect(kinds(changesBetween(before, policy([analytics], { controller: moved })))).toEqual([
    'text controller',
    'text research',
  ]);
});

test('S18 a new purpose is compatible with its five-point note, and material without', () => {
  const added = { ...research, id: 'fraud' };

  expect(kinds(changesBetween(before, policy([analytics, research, added])))).toEqual([
    'material fraud',
  ]);
  expect(
    kinds(changesBetween(before, policy([analytics, research, { ...added, compatible: note }]))),
  ).toEqual(['compatible fraud']);
  expect(
    kinds(
      changesBetween(
        before,
        policy([analytics, { ...research, compatible: note, recipients: ['X'] }]),
      ),
    ),
  ).toEqual(['compatible research']);
});

// What becomes of answers.

const now = Date.parse('2026-11-22');

function answered(answers: Answers, under: Policy): State {
  return Object.fromEntries(
    under.purposes
      .filter(({ id }) => answers[id] !== undefined)
      .map((one) => [
        one.id,
        {
          answer: answers[one.id] ? 'granted' : 'refused',
          terms: termsOf(one, under),
          at: now,
          order: now,
        } as const,
      ]),
  );
}

function standings(answers: Answers, after: Policy, former: Policy | undefined = before): string {
  const state = carryOver(answered(answers, former ?? before), () => former, after);
  return after.purposes
    .map((one) => `${one.id} ${standingOf(one, { policy: after, state, identified: false, now })}`)
    .join(', ');
}

const ads: PurposeConfig = { id: 'ads', legalBasis: 'a', label: 'Ads', text: 'Ads.' };

test('R13 only what is new is asked', () => {
  expect(standings({ analytics: true }, policy([analytics, ads]))).toBe(
    'analytics allowed, ads open',
  );
  expect(
    standings(
      { analytics: true, ads: true },
      policy([{ ...analytics, recipients: ['Partner'] }, ads]),
      policy([analytics, ads]),
    ),
  ).toBe('analytics open, ads allowed');
});

test('a grant for more goes on for less, although its terms are other ones', () => {
  expect(standings({ analytics: true }, policy([{ ...analytics, services: ['own'] }]))).toBe(
    'analytics allowed',
  );
});

test('R52 a refusal stays, whatever changes', () => {
  expect(standings({ analytics: false }, policy([{ ...analytics, profiling: true }]))).toBe(
    'analytics refused',
  );
});

test('S18 something new that is neither asked nor compatible has every consent asked again; with the note none', () => {
  const fraud = { ...research, id: 'fraud' };

  expect(standings({ analytics: true }, policy([analytics, research, fraud]))).toContain(
    'analytics open',
  );
  expect(
    standings({ analytics: true }, policy([analytics, research, { ...fraud, compatible: note }])),
  ).toContain('analytics allowed');
});

test('where the former policy is not known the terms decide', () => {
  const state = carryOver(answered({ analytics: true }, before), () => undefined, before);

  expect(state).toEqual(answered({ analytics: true }, before));
});

test('what was answered of a purpose that is gone is left as it is', () => {
  const state = answered({ analytics: true }, before);

  expect(carryOver(state, () => before, policy([research]))).toEqual(state);
});
