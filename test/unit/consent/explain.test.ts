import {
  decisionId,
  ruleForHost,
  ruleForKey,
  stateOf,
  termsOf,
  verdictForHost,
  verdictForKey,
  type Situation,
} from '@sluis/consent';
import type { Answer } from '@sluis/schema';
import { expect, test } from 'vitest';
import { bankPolicy } from '../bank-config.js';

const now = Date.parse('2026-11-22T12:00:00Z');

function situation(answers: Record<string, Answer>, more: Partial<Situation> = {}): Situation {
  const purposes = Object.fromEntries(
    bankPolicy.purposes
      .filter(({ id }) => answers[id])
      .map((one) => [
        one.id,
        { answer: answers[one.id] ?? 'refused', terms: termsOf(one, bankPolicy) },
      ]),
  );
  const decision = {
    id: decisionId(now, new Uint8Array(16)),
    policy: '',
    purposes,
    method: 'banner',
    language: 'nl',
    surface: 'bank.example',
    at: new Date(now).toISOString(),
  } as const;
  return { policy: bankPolicy, state: stateOf([decision]), identified: false, now, ...more };
}

const all = (answer: Answer): Situation =>
  situation(Object.fromEntries(bankPolicy.purposes.map(({ id }) => [id, answer])));

const some = situation({ analytics: 'granted', marketing: 'refused', clicks: 'granted' });

test.each([
  ['www.google-analytics.com', situation({}), { reason: 'not-answered', purpose: 'analytics' }],
  ['ads.example', some, { reason: 'refused', service: 'ads', purpose: 'marketing' }],
  ['clicks.example', some, { reason: 'not-identified', service: 'clicks', purpose: 'clicks' }],
  ['survey.example', some, { reason: 'no-device-access', purpose: 'research' }],
  ['orphan.example', some, { reason: 'no-purpose', service: 'orphan' }],
  ['nobody-knows.example', some, { reason: 'unknown-host' }],
  [
    'www.google-analytics.com',
    { ...some, sensitive: true },
    { reason: 'sensitive-page', purpose: 'analytics' },
  ],
  ['nobody-knows.example', { ...some, sensitive: true }, { reason: 'sensitive-page' }],
  [
    'www.google-analytics.com',
    situation({ analytics: 'restricted' }),
    { reason: 'restricted', purpose: 'analytics' },
  ],
  [
    'sharing.example',
    { ...all('granted'), signal: true },
    { reason: 'privacy-signal', purpose: 'offers' },
  ],
])('%s is held by the rule that decides', (host, at, rule) => {
  expect(ruleForHost(host, '/', at)).toMatchObject(rule);
});

test('a purpose that never touches the device is told so, whichever way the configuration says it', () => {
  const purposes = bankPolicy.purposes.map((one) =>
    one.id === 'research' ? { ...one, deviceAccess: 'consent' as const } : one,
  );

  expect(
    ruleForHost('survey.example', '/', { ...some, policy: { ...bankPolicy, purposes } }),
  ).toMatchObject({ reason: 'no-device-access' });
});

test('a host of two services is held by the one that does not pass', () => {
  const services = bankPolicy.services
    .filter(({ id }) => id === 'ga4' || id === 'ads')
    .map((one) => ({ ...one, hosts: ['both.example'] }));

  expect(
    ruleForHost('both.example', '/', { ...some, policy: { ...bankPolicy, services } }),
  ).toEqual({ reason: 'refused', service: 'ads', purpose: 'marketing' });
});

test('keys are explained like hosts, and the site keeps its own without a rule', () => {
  expect(ruleForKey('cookies', '_ads', some)).toEqual({
    reason: 'refused',
    service: 'ads',
    purpose: 'marketing',
  });
  expect(ruleForKey('storage', 'basket', some)).toBeUndefined();
});

test('there is a rule for everything that does not pass, and for nothing else', () => {
  const hosts = bankPolicy.services.flatMap((service) => service.hosts);
  const answers = [
    'granted',
    'refused',
    'withdrawn',
    'objected',
    'unobjected',
    'restricted',
  ] as const;
  for (const answer of answers) {
    for (const sensitive of [false, true]) {
      for (const identified of [false, true]) {
        const at = { ...all(answer), sensitive, identified, signal: sensitive !== identified };
        for (const host of [...hosts, ...bankPolicy.allow, 'nobody-knows.example']) {
          const passes = verdictForHost(host, '/', at) === 'pass';
          expect(ruleForHost(host, '/', at) === undefined, `${host} ${answer}`).toBe(passes);
        }
        for (const key of ['_ga', '_ads', 'session']) {
          const passes = verdictForKey('cookies', key, at) === 'pass';
          expect(ruleForKey('cookies', key, at) === undefined, `${key} ${answer}`).toBe(passes);
        }
      }
    }
  }
});
