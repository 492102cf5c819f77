import { stateOf, termsOf, verdictForHost, verdictForKey, type Situation } from '@sluis/consent';
import type { Answer, Decision } from '@sluis/schema';
import { expect, test } from 'vitest';
import { bankPolicy } from '../bank-config.js';

const now = Date.parse('2026-11-22T12:00:00Z');

function decision(answers: Record<string, Answer>, at = now, terms?: string): Decision {
  const purposes = Object.fromEntries(
    Object.entries(answers).map(([id, answer]) => {
      const purpose = bankPolicy.purposes.find((one) => one.id === id);
      if (!purpose) throw new Error(`no purpose ${id}`);
      return [id, { answer, terms: terms ?? termsOf(purpose, bankPolicy) }];
    }),
  );
  return {
    id: `${at}`,
    policy: '',
    purposes,
    method: 'banner',
    language: 'nl',
    surface: 'bank.example',
    at: new Date(at).toISOString(),
  };
}

function situation(answers: Record<string, Answer> = {}, more: Partial<Situation> = {}): Situation {
  return {
    policy: bankPolicy,
    state: stateOf([decision(answers)]),
    identified: false,
    now,
    ...more,
  };
}

const verdict = (host: string, at: Situation, path = '/'): string => verdictForHost(host, path, at);

test('S01 R20 before an answer every other party is held', () => {
  for (const host of ['www.google-analytics.com', 'ads.example', 'nobody-knows.example']) {
    expect(verdict(host, situation())).toBe('hold');
  }
});

test('R10 each purpose opens its own services and no other', () => {
  const at = situation({ analytics: 'granted', marketing: 'refused' });

  expect(verdict('www.google-analytics.com', at)).toBe('pass');
  expect(verdict('ads.example', at)).toBe('drop');
});

test('an unknown host needs every consent', () => {
  const all = { analytics: 'granted', marketing: 'granted', clicks: 'granted' } as const;

  expect(verdict('nobody-knows.example', situation(all))).toBe('pass');
  expect(verdict('nobody-knows.example', situation({ ...all, clicks: 'refused' }))).toBe('drop');
});

test('S12 with unknown "block" a host that is not listed stays shut whatever was granted', () => {
  const policy = { ...bankPolicy, unknown: 'block' } as const;
  const at = situation(
    { analytics: 'granted', marketing: 'granted', clicks: 'granted' },
    { policy },
  );

  expect(verdict('nobody-knows.example', at)).toBe('drop');
});

test('S05 R05 ground f never opens the device, whether or not someone objected', () => {
  expect(verdict('survey.example', situation())).toBe('drop');
  expect(verdict('survey.example', situation({ research: 'unobjected' }))).toBe('drop');
});

test('strict necessity passes without an answer', () => {
  expect(verdict('fraud.example', situation())).toBe('pass');
});

test('S50 a service without a purpose has no ground and stays shut', () => {
  const all = { analytics: 'granted', marketing: 'granted', clicks: 'granted' } as const;

  expect(verdict('orphan.example', situation(all))).toBe('drop');
});

test('S06 an identified purpose drops until sign-in, even when it was granted', () => {
  expect(verdict('clicks.example', situation({ clicks: 'granted' }))).toBe('drop');
  expect(verdict('clicks.example', situation({ clicks: 'granted' }, { identified: true }))).toBe(
    'pass',
  );
});

test('one host with two products is told apart by its path', () => {
  const at = situation({ analytics: 'granted', marketing: 'refused' });

  expect(verdict('www.googletagmanager.com', at, '/gtag/js')).toBe('pass');
  expect(verdict('www.googletagmanager.com', at, '/gtm.js')).toBe('drop');
});

test('subdomains and a trailing dot belong to the host, look-alikes do not', () => {
  const at = situation({ analytics: 'granted', marketing: 'refused' });

  expect(verdict('region1.google-analytics.com', at)).toBe('pass');
  expect(verdict('www.google-analytics.com.', at)).toBe('pass');
  expect(verdict('evil-google-analytics.com', at)).toBe('drop');
});

test('R13 an answer of six months old is open again, never silently granted', () => {
  const day = 24 * 3600 * 1000;
  const state = stateOf([decision({ analytics: 'granted' })]);

  expect(verdict('www.google-analytics.com', situation({}, { state, now: now + 181 * day }))).toBe(
    'pass',
  );
  expect(verdict('www.google-analytics.com', situation({}, { state, now: now + 182 * day }))).toBe(
    'hold',
  );
});

test('a grant does not spread to other terms than those that were shown', () => {
  const state = stateOf([decision({ analytics: 'granted' }, now, 'other')]);

  expect(verdict('www.google-analytics.com', situation({}, { state }))).toBe('hold');
});

test('keys of a service follow its purpose, the site keeps its own', () => {
  const at = situation({ analytics: 'refused' });

  expect(verdictForKey('cookies', '_ga_ABC', at)).toBe('drop');
  expect(verdictForKey('cookies', 'session', at)).toBe('pass');
  expect(verdictForKey('storage', 'ads:1', at)).toBe('hold');
});

test('S41 on a sensitive page no consent opens anything; strict necessity and allowed hosts pass', () => {
  const all = { analytics: 'granted', marketing: 'granted', clicks: 'granted' } as const;
  const at = situation(all, { sensitive: true, identified: true });

  for (const host of ['www.google-analytics.com', 'ads.example', 'clicks.example']) {
    expect(verdict(host, at)).toBe('drop');
  }
  expect(verdict('nobody-knows.example', at)).toBe('drop');
  expect(
    verdict('nobody-knows.example', { ...at, policy: { ...bankPolicy, unknown: 'allow' } }),
  ).toBe('drop');
  expect(verdictForKey('cookies', '_ga', at)).toBe('drop');
  expect(verdict('fraud.example', at)).toBe('pass');
  expect(verdict('static.bank-cdn.example', at)).toBe('pass');
});
