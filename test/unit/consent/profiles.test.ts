import { catalogue, withCatalogue } from '@sluis/catalog';
import { answerLife } from '@sluis/consent';
import { checkPolicy, checkTheme, findDarkWords, profiles } from '@sluis/consent/profiles';
import { completePolicy, cookieDays, type Policy } from '@sluis/schema';
import { expect, test } from 'vitest';
import { config as demo } from '../../../demo/bank/config.mjs';
import { themeDefaults } from '../../../packages/consent/src/profiles/check-theme.js';
import { themeCss } from '../../../packages/ui/src/theme.js';

const controller = { name: 'Bank', contact: '010', policyUrl: '/privacy' };
const purpose = {
  id: 'p',
  legalBasis: 'a',
  label: 'Statistiek',
  text: 'Wij tellen hoe vaak een pagina wordt bezocht.',
};
const conditions = {
  ownUseOnly: true,
  noCrossSite: true,
  notPassedOn: true,
  truncatedIp: true,
} as const;
const counting = {
  ...purpose,
  legalBasis: 'f',
  deviceAccess: 'measurement',
  measurement: conditions,
  services: ['own'],
};

/** As a linter meets it: nothing has been validated. */
function policy(config: object): Policy {
  const all = { controller, languages: ['nl', 'fr'], ...config };
  return withCatalogue(completePolicy(all as never));
}

const rules = (config: object): readonly string[] =>
  checkPolicy(policy(config)).map(({ rule, at }) => `${rule} ${at}`);

test('the demo bank has nothing to be ashamed of', () => {
  expect(checkPolicy(completePolicy(demo))).toEqual([]);
  expect(findDarkWords(demo)).toEqual([]);
});

test('R52 every profile leaves a refusal alone for as long as a grant lives, six months', () => {
  for (const { answerDays } of Object.values(profiles))
    expect(answerDays * 24 * 3600 * 1000).toBe(answerLife);
});

test('R13 R52 a site may have grants end sooner where the country has no rule that both live as long', () => {
  const ending = (profile: string, answerDays: number): readonly string[] =>
    rules({ profile, answerDays });

  expect(ending('nl', 90)).toEqual([]);
  expect(ending('be', 90)).toEqual([]);
  expect(ending('fr', 90)).toEqual(['R52 answerDays']);
  expect(ending('eu-strict', 90)).toEqual(['R52 answerDays']);
  expect(ending('fr', 182)).toEqual([]);
});

test("R54 in every profile a tracker's cookie ends after the 13 months to which it is cut", () => {
  for (const profile of Object.values(profiles)) expect(profile.cookieDays).toBe(cookieDays);
});

test.each([
  ['R01', { hideRefuse: true }, 'hideRefuse'],
  ['R01', { banner: { noReject: true } }, 'banner.noReject'],
  ['R02', { purposes: [{ ...purpose, checked: true }] }, 'purposes[0].checked'],
  ['R02', { purposes: [{ ...purpose, default: true }] }, 'purposes[0].default'],
  ['R03', { theme: { rejectOpacity: 0.3 } }, 'theme.rejectOpacity'],
  ['R06', { purposes: [{ ...purpose, essential: true }] }, 'purposes[0].essential'],
  ['R08', { cookieWall: true }, 'cookieWall'],
  ['R09', { acceptOnScroll: true }, 'acceptOnScroll'],
])('%s refuses %j by its number, with the fix', (rule, config, at) => {
  const [finding, ...more] = findDarkWords({ controller, ...config });

  expect(more).toEqual([]);
  expect(finding).toMatchObject({ rule, at });
  expect(finding?.text).toMatch(/\. (Remove|Use)|Use these/);
});

test.each([
  ['by its host', { id: 'count', hosts: ['www.google-analytics.com/g/'] }, 'count'],
  ['by its catalogue id', 'meta-pixel', 'meta-pixel'],
])('R06 a tracker that is called necessary is known %s', (_, service, id) => {
  const essential = { ...purpose, legalBasis: 'b', reason: 'Nodig.', services: [id] };
  const config = { services: [service], purposes: [{ ...essential, deviceAccess: 'necessary' }] };

  expect(rules(config)).toEqual(['R06 purposes[0]']);
  expect(rules({ ...config, purposes: [{ ...essential, deviceAccess: 'none' }] })).toEqual([]);
});

/** They tell a site of its own errors and times. */
const monitors = [
  'application-insights',
  'bugsnag',
  'datadog',
  'grafana-faro',
  'new-relic',
  'rollbar',
  'sentry',
];

test.each(catalogue.map(({ id }) => id).filter((id) => !monitors.includes(id)))(
  'R06 %s of the catalogue is known for what it is',
  (id) => {
    const purposes = [
      { ...purpose, legalBasis: 'b', reason: 'Nodig.', deviceAccess: 'necessary', services: [id] },
    ];

    expect(rules({ services: [id], purposes })).toEqual(['R06 purposes[0]']);
  },
);

test('a service of the site itself may be necessary, and one that nobody describes', () => {
  const services = [{ id: 'own', hosts: ['static.bank.example'] }];
  const needed = { ...purpose, legalBasis: 'b', reason: 'Nodig.', deviceAccess: 'necessary' };

  expect(rules({ services, purposes: [{ ...needed, services: ['own'] }] })).toEqual([]);
  expect(rules({ services, purposes: [{ ...needed, services: ['nowhere'] }] })).toEqual([]);
});

const own = [{ id: 'own', cookies: ['visits'] }];

test('R46 counting without consent goes with no other party', () => {
  const vendor = [{ id: 'own', hosts: ['stats.example'] }];

  expect(rules({ profile: 'nl', services: own, purposes: [counting] })).toEqual([]);
  expect(rules({ profile: 'nl', services: vendor, purposes: [counting] })).toEqual([
    'R46 purposes[0]',
  ]);
  expect(rules({ profile: 'nl', services: [], purposes: [counting] })).toEqual(['R46 purposes[0]']);
});

test('R50 R20 where counting is not exempt it is refused by the rule of the country', () => {
  expect(rules({ profile: 'be', services: own, purposes: [counting] })).toEqual([
    'R50 purposes[0]',
  ]);
  expect(rules({ profile: 'eu-strict', services: own, purposes: [counting] })).toEqual([
    'R20 purposes[0]',
  ]);
});

test('R54 in France its data is kept for 25 months at most, and the configuration says so', () => {
  const config = { profile: 'fr', services: own };

  expect(rules({ ...config, purposes: [counting] })).toEqual(['R54 purposes[0]']);
  expect(rules({ ...config, purposes: [{ ...counting, retentionDays: 762 }] })).toEqual([
    'R54 purposes[0]',
  ]);
  expect(rules({ ...config, purposes: [{ ...counting, retentionDays: 761 }] })).toEqual([]);
});

test('S07 what profiles are made of is kept for a year at most, and the configuration says so', () => {
  const profiled = { ...purpose, profiling: true };

  expect(rules({ purposes: [profiled] })).toEqual(['S07 purposes[0]']);
  expect(rules({ purposes: [{ ...profiled, retentionDays: 366 }] })).toEqual(['S07 purposes[0]']);
  expect(rules({ purposes: [{ ...profiled, retentionDays: 365 }] })).toEqual([]);
});

test.each(['Statistiek', 'We improve your experience', 'Better service', 'Verbeteren van de site'])(
  'R26 "%s" does not say what is done',
  (text) => {
    expect(rules({ purposes: [{ ...purpose, text }] })).toEqual(['R26 purposes[0]']);
  },
);

test('R50 a text is there in every language on offer, and the country has one of its own', () => {
  const text = { nl: 'Wij tellen bezoeken.', fr: 'Nous comptons les visites.' };

  expect(rules({ purposes: [{ ...purpose, text }] })).toEqual([]);
  expect(rules({ purposes: [{ ...purpose, text: { nl: text.nl } }] })).toEqual(['R50 purposes[0]']);
  expect(rules({ languages: ['nl-BE', 'fr'], purposes: [{ ...purpose, text }] })).toEqual([]);
  expect(rules({ profile: 'be', languages: ['en'], purposes: [] })).toEqual(['R50 languages']);
});

test('the theme by which it is judged is the one of the surfaces', () => {
  const valuesOf = (css: string): Record<string, string> =>
    Object.fromEntries(
      [...css.matchAll(/var\((--sluis-[\w-]+),(#[0-9a-f]+)\)/g)].map(
        ([, token = '', colour = '']) => [
          token,
          colour.length === 4 ? colour.replace(/[0-9a-f]/g, '$&$&') : colour,
        ],
      ),
    );
  const [light = '', dark = ''] = themeCss.split('@media');

  expect(valuesOf(light)).toMatchObject(themeDefaults.light);
  expect({ ...valuesOf(light), ...valuesOf(dark) }).toMatchObject(themeDefaults.dark);
});

test('R04 R60 a theme that fades what has to be read is refused', () => {
  const found = (theme: Record<string, string>, dark?: Record<string, string>): readonly string[] =>
    checkTheme(theme, dark).map(({ rule, at }) => `${rule} ${at}`);

  expect(found({})).toEqual([]);
  expect(found({ '--sluis-radius': '4px' })).toEqual([]);
  expect(found({ '--sluis-accent': '#000', '--sluis-on-accent': '#fff' })).toEqual([]);
  expect(found({ '--sluis-accent': '#000' })).toEqual(['R60 --sluis-on-accent']); // in dark colours
  expect(found({ '--sluis-accent': '#000' }, { '--sluis-accent': '#fff' })).toEqual([]);
  expect(found({}, { '--sluis-text': '#ffffff33' })).toEqual(['R04 --sluis-text']);
  expect(found({ '--sluis-text': '#cccccc' })).toEqual(['R60 --sluis-text']);
  expect(found({ '--sluis-surface': '#0b4a6f' })).toContain('R60 --sluis-text');
  expect(found({ '--sluis-on-accent': '#ffffff22' })).toEqual(['R04 --sluis-on-accent']);
  expect(found({ '--sluis-text': 'rgba(0, 0, 0, 0.2)' })).toEqual(['R04 --sluis-text']);
  expect(found({ '--sluis-accent': 'transparent' })).toEqual(['R04 --sluis-accent']);
  expect(found({ '--sluis-text': 'oklch(20% 0 0)' })).toEqual([]);
});
