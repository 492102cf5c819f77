import {
  decisionId,
  factsFor,
  isAnswered,
  refusesService,
  ruleForHost,
  stateOf,
  termsOf,
  verdictForHost,
  verdictForKey,
  type Situation,
} from '@sluis/consent';
import { completePolicy, type Answer, type Decision } from '@sluis/schema';
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
    id: decisionId(at, new Uint8Array(16)),
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

/** A yes to everything that is asked. */
const all = {
  analytics: 'granted',
  marketing: 'granted',
  clicks: 'granted',
  offers: 'granted',
} as const;

test('an unknown host needs every consent', () => {
  expect(verdict('nobody-knows.example', situation(all))).toBe('pass');
  expect(verdict('nobody-knows.example', situation({ ...all, clicks: 'refused' }))).toBe('drop');
});

test('R19 where nothing is asked an unknown host stays shut, unless the site lets it through', () => {
  const asksNothing = { ...bankPolicy, purposes: [] };
  const letsThrough = { ...bankPolicy, unknown: 'allow' } as const;

  expect(verdict('nobody-knows.example', situation({}, { policy: asksNothing }))).toBe('drop');
  expect(verdict('nobody-knows.example', situation({}, { policy: letsThrough }))).toBe('pass');
});

test('S12 with unknown "block" a host that is not listed stays shut whatever was granted', () => {
  const policy = { ...bankPolicy, unknown: 'block' } as const;
  const at = situation(
    { analytics: 'granted', marketing: 'granted', clicks: 'granted', offers: 'granted' },
    { policy },
  );

  expect(verdict('nobody-knows.example', at)).toBe('drop');
});

test('S41 nothing is left to ask once all is answered but what waits for its own switch', () => {
  const [analytics, marketing] = bankPolicy.purposes;
  if (!analytics || !marketing) throw new Error('the bank asks nothing');
  const policy = { ...bankPolicy, purposes: [analytics, { ...marketing, sensitive: true }] };

  expect(isAnswered(situation({}, { policy }))).toBe(false);
  expect(isAnswered(situation({ analytics: 'refused' }, { policy }))).toBe(true);
});

test('S05 R05 ground f never opens the device, whether or not someone objected', () => {
  expect(verdict('survey.example', situation())).toBe('drop');
  expect(verdict('survey.example', situation({ research: 'unobjected' }))).toBe('drop');
});

test('strict necessity passes without an answer', () => {
  expect(verdict('fraud.example', situation())).toBe('pass');
});

test('S50 a service without a purpose has no ground and stays shut', () => {
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

test('R13 R52 grants end as soon as the site says, refusals are left alone for six months', () => {
  const policy = { ...bankPolicy, answerDays: 30 };
  const after = (days: number, answer: Answer): string =>
    verdict(
      'ads.example',
      situation({ marketing: answer }, { policy, now: now + days * 86_400_000 }),
    );

  expect([after(29, 'granted'), after(31, 'granted')]).toEqual(['pass', 'hold']);
  expect([after(31, 'refused'), after(181, 'refused')]).toEqual(['drop', 'drop']);
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
  const all = {
    analytics: 'granted',
    marketing: 'granted',
    clicks: 'granted',
    offers: 'granted',
  } as const;
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

test('R58 with the signal on, purposes that share are refused before any answer and after a grant', () => {
  const all = { analytics: 'granted', offers: 'granted' } as const;

  expect(verdict('sharing.example', situation())).toBe('hold');
  expect(verdict('sharing.example', situation({}, { signal: true }))).toBe('drop');
  expect(verdict('sharing.example', situation(all, { signal: true }))).toBe('drop');
  expect(verdict('www.google-analytics.com', situation(all, { signal: true }))).toBe('pass');
});

test('S53 R46 R56 exempt counting passes without an answer until someone objects, and not on a sensitive page', () => {
  const policy = completePolicy({
    controller: bankPolicy.controller,
    profile: 'nl',
    services: [{ id: 'counter', cookies: ['visits'] }],
    purposes: [
      {
        id: 'counting',
        legalBasis: 'f',
        label: 'Bezoeken',
        text: 'Wij tellen bezoeken.',
        services: ['counter'],
        deviceAccess: 'measurement',
        measurement: { ownUseOnly: true, noCrossSite: true, notPassedOn: true, truncatedIp: true },
      },
    ],
  });
  const objected = { counting: { answer: 'objected', terms: '', at: now, order: now } } as const;
  const at = (more: Partial<Situation>): string =>
    verdictForKey('cookies', 'visits', { ...situation(), state: {}, policy, ...more });

  expect(at({})).toBe('pass');
  expect(at({ state: objected })).toBe('drop');
  expect(at({ sensitive: true })).toBe('drop');
});

test('S17 a purpose for clients is no part of what a visitor is asked or told', () => {
  const config = {
    controller: bankPolicy.controller,
    services: [{ id: 'chat', hosts: ['chat.example'] }],
    purposes: [
      {
        id: 'agreement',
        legalBasis: 'b',
        deviceAccess: 'necessary',
        label: 'Overeenkomst',
        text: 'Wij voeren uw overeenkomst uit.',
        reason: 'Zonder dit geen overeenkomst.',
        services: ['chat'],
        audience: ['client'],
      },
    ],
  } as const;
  const forVisitor = completePolicy(config);
  const forClient = completePolicy(config, 'client');

  expect(forVisitor.purposes).toEqual([]);
  expect(forClient.purposes.map(({ control }) => control)).toEqual(['locked']);
  expect(verdict('chat.example', situation({}, { policy: forVisitor }))).toBe('drop');
  expect(verdict('chat.example', situation({}, { policy: forClient }))).toBe('pass');
});

test('R10 a service that was refused by itself is dropped, whatever its purpose was answered', () => {
  const at = situation({ analytics: 'granted' });
  const [service] = bankPolicy.purposes.find(({ id }) => id === 'analytics')?.services ?? [];
  const said = { answer: 'refused' as const, terms: '', at: now, order: now };
  const refused = { ...at, state: { ...at.state, [`@${service}`]: said } };

  expect(verdict('www.google-analytics.com', refused)).toBe('drop');
  expect(ruleForHost('www.google-analytics.com', '/', refused)).toEqual({
    reason: 'refused',
    service,
  });
  const lifted = { ...said, answer: 'granted' as const };
  const again = { ...at, state: { ...at.state, [`@${service}`]: lifted } };
  expect(verdict('www.google-analytics.com', again)).toBe('pass');
});

test('R05 the leave for a service opens nothing by itself, and nothing can refuse what is necessary', () => {
  const [service = ''] = bankPolicy.purposes.find(({ id }) => id === 'analytics')?.services ?? [];
  const answered = factsFor({ by: 'person', answers: { [`@${service}`]: true } }, bankPolicy, {});
  expect(answered).toEqual({});
  const policy = {
    ...bankPolicy,
    purposes: bankPolicy.purposes.map((one) => ({ ...one, control: 'locked' as const })),
  };
  const said = { answer: 'refused' as const, terms: '', at: now, order: now };
  expect(refusesService(service, bankPolicy, { [`@${service}`]: said })).toBe(true);
  expect(refusesService(service, policy, { [`@${service}`]: said })).toBe(false);
});

test('S45 the host of a service whose hits go by the relay is held even when the service is allowed', () => {
  const at = situation({ analytics: 'granted' });
  const services = bankPolicy.services.map((one) => ({ ...one, relay: '/relay/stats' }));

  expect(verdict('www.google-analytics.com', at)).toBe('pass');
  expect(verdict('www.google-analytics.com', { ...at, policy: { ...bankPolicy, services } })).toBe(
    'hold',
  );
});

test('R10 an unknown host needs that no service is refused by itself', () => {
  const at = situation(all);
  const [service] = bankPolicy.purposes.find(({ id }) => id === 'analytics')?.services ?? [];
  const said = { answer: 'refused' as const, terms: '', at: now, order: now };
  const refused = { ...at, state: { ...at.state, [`@${service}`]: said } };

  expect(verdict('nobody-knows.example', refused)).toBe('drop');
});
