import { factsFromFormer, readFormerAnswers } from '@sluis/consent/former';
import { completePolicy, type FormerManager, type ImportConfig } from '@sluis/schema';
import { expect, test } from 'vitest';

const now = Date.parse('2026-11-22T12:00:00Z');
const lastMonth = '2026-10-22T12:00:00.000Z';
const lastYear = '2025-10-22T12:00:00.000Z';
const words = { label: 'P', text: 'Wij doen iets.' };
const policy = completePolicy({
  controller: { name: 'Bank', contact: '010', policyUrl: '/privacy' },
  purposes: [
    { ...words, id: 'analytics', legalBasis: 'a' },
    { ...words, id: 'ads', legalBasis: 'a' },
    { ...words, id: 'health', legalBasis: 'a', sensitive: true },
    { ...words, id: 'research', legalBasis: 'f' },
  ],
});

type Cookies = Readonly<Record<string, string>>;

function taken(from: FormerManager, cookies: Cookies, purposes: ImportConfig['purposes']): string {
  const former = readFormerAnswers(from, (name) => cookies[name]);
  if (!former) return 'asked';
  const facts = factsFromFormer(former, { from, purposes }, policy, now);
  return Object.entries(facts)
    .map(([id, { answer }]) => `${id} ${answer}`)
    .join(', ');
}

const json = (value: unknown): string => encodeURIComponent(JSON.stringify(value));
const bot = (rest: string): string =>
  encodeURIComponent(
    `{stamp:'x=',necessary:true,preferences:false,statistics:true,marketing:false,${rest},ver:1}`,
  );
const recent = Date.parse(lastMonth);
const vanilla = { analytics: ['analytics'], ads: ['ads'] };
const statistics = { analytics: ['statistics'], ads: ['marketing'] };
const groups = { analytics: ['C0002'], ads: ['C0004'] };

test.each<readonly [string, FormerManager, Cookies, ImportConfig['purposes'], string]>([
  [
    'vanilla-cookieconsent 3 by its categories',
    'vanilla-cookieconsent',
    {
      cc_cookie: json({ categories: ['necessary', 'analytics'], lastConsentTimestamp: lastMonth }),
    },
    vanilla,
    'analytics granted, ads refused',
  ],
  [
    'vanilla-cookieconsent 2 by its date',
    'vanilla-cookieconsent',
    { cc_cookie: json({ categories: ['analytics'], consent_date: lastMonth }) },
    vanilla,
    'analytics granted, ads refused',
  ],
  [
    'R13 no grant that is too old, but its refusals',
    'vanilla-cookieconsent',
    { cc_cookie: json({ categories: ['analytics'], lastConsentTimestamp: lastYear }) },
    vanilla,
    'ads refused',
  ],
  [
    'nothing of a cookie that is damaged',
    'vanilla-cookieconsent',
    { cc_cookie: '%7B%22categ' },
    vanilla,
    'asked',
  ],
  [
    'Klaro, which keeps no date: refusals',
    'klaro',
    { klaro: json({ matomo: true, meta: false }) },
    { analytics: ['matomo'], ads: ['meta'] },
    'ads refused',
  ],
  [
    'tarteaucitron, which keeps no date: refusals, and nothing of what waits',
    'tarteaucitron',
    { tarteaucitron: '!gtag=true!facebookpixel=false!youtube=wait' },
    { analytics: ['youtube'], ads: ['facebookpixel', 'gtag'] },
    'ads refused',
  ],
  [
    'Osano: a refusal of everything',
    'osano',
    { cookieconsent_status: 'deny' },
    { analytics: ['all'], ads: ['all'] },
    'analytics refused, ads refused',
  ],
  [
    'Osano: a yes to everything is asked again',
    'osano',
    { cookieconsent_status: 'allow' },
    { analytics: ['all'], ads: ['all'] },
    '',
  ],
  [
    'Osano: a closed notice is no answer',
    'osano',
    { cookieconsent_status: 'dismiss' },
    { analytics: ['all'] },
    'asked',
  ],
  [
    'Cookiebot by its categories',
    'cookiebot',
    { CookieConsent: bot(`method:'explicit',utc:${recent}`) },
    statistics,
    'analytics granted, ads refused',
  ],
  [
    'R09 Cookiebot: implied consent is no answer',
    'cookiebot',
    { CookieConsent: bot(`method:'implied',utc:${recent}`) },
    statistics,
    'asked',
  ],
  [
    'Cookiebot without a date: refusals',
    'cookiebot',
    { CookieConsent: bot(`method:'explicit'`) },
    statistics,
    'ads refused',
  ],
  [
    'OneTrust by its groups',
    'onetrust',
    {
      OptanonConsent: 'isGpcEnabled=0&groups=C0001%3A1%2CC0002%3A1%2CC0004%3A0',
      OptanonAlertBoxClosed: lastMonth,
    },
    groups,
    'analytics granted, ads refused',
  ],
  [
    'R09 OneTrust: groups that nobody has answered are its defaults',
    'onetrust',
    { OptanonConsent: 'groups=C0001%3A1%2CC0002%3A1%2CC0004%3A1' },
    groups,
    'asked',
  ],
  [
    'OneTrust without groups',
    'onetrust',
    { OptanonConsent: 'version=1', OptanonAlertBoxClosed: lastMonth },
    groups,
    'asked',
  ],
  ['no cookie at all', 'cookiebot', {}, statistics, 'asked'],
])('takes over %s', (_, from, cookies, purposes, expected) => {
  expect(taken(from, cookies, purposes)).toBe(expected);
});

const all = { cc_cookie: json({ categories: ['a', 'b'], lastConsentTimestamp: lastMonth }) };

test('R10 one yes for two purposes is not specific, a no is', () => {
  expect(taken('vanilla-cookieconsent', all, { analytics: ['a'], ads: ['a'] })).toBe('');
  expect(taken('vanilla-cookieconsent', all, { analytics: ['c'], ads: ['c'] })).toBe(
    'analytics refused, ads refused',
  );
});

test('R10 a purpose that needs two of the old ones needs both', () => {
  expect(taken('vanilla-cookieconsent', all, { analytics: ['a', 'b'] })).toBe('analytics granted');
  expect(taken('vanilla-cookieconsent', all, { analytics: ['a', 'c'] })).toBe('analytics refused');
});

test('S41 explicit consent is not taken over, and legitimate interest was never asked', () => {
  expect(taken('vanilla-cookieconsent', all, { health: ['a'], research: ['b'] })).toBe('');
});

test('a date in the future is none', () => {
  const cookies = { cc_cookie: json({ categories: ['a'], lastConsentTimestamp: '2027-01-01' }) };

  expect(taken('vanilla-cookieconsent', cookies, { analytics: ['a'] })).toBe('');
});

test('the cookie may have had another name, and text that is not encoded is read as it is', () => {
  const read = (name: string): string | undefined => (name === 'mine' ? '!gtag=false%' : undefined);

  expect(readFormerAnswers('tarteaucitron', read, 'mine')?.answerTo('gtag')).toBe(false);
});
