import { parseConfig, SluisError } from '@sluis/schema';
import { expect, test } from 'vitest';
import { bankConfig, bankPolicy } from '../bank-config.js';

function codeOf(config: unknown): string {
  try {
    parseConfig(config);
  } catch (error) {
    if (error instanceof SluisError) return `${error.code} ${error.at}`;
    throw error;
  }
  return 'no error';
}

const purpose = { id: 'p', legalBasis: 'a', label: 'P', text: 'P.' };
const { controller } = bankConfig;
const note = { link: 'L', context: 'C', data: 'D', effects: 'E', safeguards: 'S' };
const counting = {
  ...purpose,
  legalBasis: 'f',
  deviceAccess: 'measurement',
  measurement: { ownUseOnly: true, noCrossSite: true, notPassedOn: true, truncatedIp: true },
};
const backend = 'https://consent.bank.example';
const recorded = { ...purpose, recorded: true, identified: true, events: ['simulation'] };

test('S24 the control follows from the legal basis', () => {
  const controls = bankPolicy.purposes.map(({ id, control }) => `${id} ${control}`);

  expect(controls).toEqual([
    'analytics switch',
    'marketing switch',
    'clicks switch',
    'offers switch',
    'research objection',
    'security locked',
  ]);
});

test('S06 what people do may be recorded by consent, after sign-in, by a list, at the site itself', () => {
  expect(codeOf({ controller, backend, purposes: [recorded] })).toBe('no error');
});

test('S03 R44 Google Analytics names the switch that a refusal sets', () => {
  const service = {
    id: 'ga',
    googleAnalytics: { measurementId: 'G-1', checklist: { signedBy: 'A. Jansen' } },
  };
  const withSwitches = (disable?: readonly string[]): string =>
    codeOf({ controller, services: [{ ...service, ...(disable && { disable }) }] });

  expect(withSwitches()).toBe('C05 services[0].disable: ga-disable-G-1');
  expect(withSwitches(['ga-disable-G-2'])).toBe('C05 services[0].disable: ga-disable-G-1');
  expect(withSwitches(['ga-disable-G-1'])).toBe('no error');
});

test('S45 hits go by the relay of a server, so there is one', () => {
  const services = [{ id: 'stats', relay: '/relay/stats' }];

  expect(codeOf({ controller, services })).toBe('C05 backend');
  expect(codeOf({ controller, services, backend: '/sluis' })).toBe('no error');
  expect(codeOf({ controller, services: [{ id: 'stats' }, 'matomo'] })).toBe('no error');
});

test('S05 only a consent asks for the device by default', () => {
  expect(bankPolicy.purposes.map(({ deviceAccess }) => deviceAccess)).toEqual([
    'consent',
    'consent',
    'consent',
    'consent',
    'none',
    'necessary',
  ]);
});

test.each([
  ['nothing', undefined, 'C05 '],
  ...['2026', 'tomorrow!!', '2026-13-01'].map((processorAgreement): [string, object, string] => [
    `R39 a day that no calendar has, ${processorAgreement}`,
    {
      controller,
      services: [
        {
          id: 'ga',
          googleAnalytics: {
            measurementId: 'G-1',
            checklist: { signedBy: 'A. Jansen', processorAgreement },
          },
        },
      ],
    },
    'C04 services[0].googleAnalytics.checklist.processorAgreement',
  ]),
  ['a list', [], 'C02 '],
  ['R11 no controller', { purposes: [] }, 'C05 controller'],
  ['R11 a controller that is null', { controller: null }, 'C02 controller'],
  ['no name', { controller, purposes: [{ ...purpose, id: undefined }] }, 'C05 purposes[0].id'],
  [
    'R11 a text in no language',
    { controller, purposes: [{ ...purpose, text: {} }] },
    'C05 purposes[0].text',
  ],
  [
    'no legal basis at all',
    { controller, purposes: [{ ...purpose, legalBasis: undefined }] },
    'C05 purposes[0].legalBasis',
  ],
  [
    'S17 a purpose for nobody',
    { controller, purposes: [{ ...purpose, audience: [] }] },
    'C05 purposes[0].audience',
  ],
  ['an id of the catalogue that is no id', { controller, services: ['GA 4'] }, 'C09 services[0]'],
  [
    'R11 a purpose without a sentence',
    { controller, purposes: [{ ...purpose, text: '' }] },
    'C05 purposes[0].text',
  ],
  ['R52 grants that live for a year', { controller, answerDays: 365 }, 'C04 answerDays'],
  ['R13 grants of no day', { controller, answerDays: 0 }, 'C04 answerDays'],
  ['a scope that is no word', { controller, scope: 'site' }, 'C04 scope'],
  ['an unknown word', { controller, purpozes: [] }, 'C03 '],
  [
    'an unknown word further down',
    { controller, purposes: [{ ...purpose, colour: 'red' }] },
    'C03 purposes[0]',
  ],
  [
    'an unknown legal basis',
    { controller, purposes: [{ ...purpose, legalBasis: 'g' }] },
    'C04 purposes[0].legalBasis',
  ],
  [
    'no legal basis',
    { controller, purposes: [{ ...purpose, legalBasis: [] }] },
    'C05 purposes[0].legalBasis',
  ],
  [
    'R05 ground f with a device gate',
    { controller, purposes: [{ ...purpose, legalBasis: 'f', deviceAccess: 'consent' }] },
    'C06 purposes[0]',
  ],
  [
    'R05 ground f with a device gate said as true',
    { controller, purposes: [{ ...purpose, legalBasis: 'f', deviceAccess: true }] },
    'C04 purposes[0].deviceAccess',
  ],
  [
    'S24 ground c with a switch',
    { controller, purposes: [{ ...purpose, legalBasis: 'c', reason: 'Law.', control: 'switch' }] },
    'C07 purposes[0].control',
  ],
  [
    'S16 a locked purpose without its reason',
    { controller, purposes: [{ ...purpose, legalBasis: 'c' }] },
    'C05 purposes[0].reason',
  ],
  [
    'S50 a service that is not in the register',
    { controller, purposes: [{ ...purpose, services: ['x'] }] },
    'C08 purposes[0].services',
  ],
  ['two purposes of one name', { controller, purposes: [purpose, purpose] }, 'C09 purposes'],
  [
    'an id that a cookie could not carry',
    { controller, purposes: [{ ...purpose, id: 'a~b' }] },
    'C09 purposes[0].id',
  ],
  [
    'hosts that are no list',
    { controller, services: [{ id: 's', hosts: 'x.example' }] },
    'C02 services[0].hosts',
  ],
  ['a gate mode that does not exist', { controller, gate: 'open' }, 'C04 gate'],
  [
    'an unknown way for a grant to act',
    { controller, gate: 'strict', onGrant: 'at-once' },
    'C04 onGrant',
  ],
  ['onGrant in live mode', { controller, onGrant: 'reload' }, 'C10 onGrant'],
  ['onGrant in report mode', { controller, gate: 'report', onGrant: 'next-page' }, 'C10 onGrant'],
  [
    'a service worker of another site',
    { controller, serviceWorker: '//x.example/w.js' },
    'C04 serviceWorker',
  ],
  [
    'special categories on legitimate interest',
    { controller, purposes: [{ ...purpose, legalBasis: 'f', sensitive: true }] },
    'C11 purposes[0].sensitive',
  ],
  [
    'S25 an automated decision on legitimate interest',
    { controller, purposes: [{ ...purpose, legalBasis: 'f', automatedDecision: 'A score.' }] },
    'C11 purposes[0].automatedDecision',
  ],
  [
    'S25 an automated decision that does not tell its logic',
    { controller, purposes: [{ ...purpose, automatedDecision: true }] },
    'C02 purposes[0].automatedDecision',
  ],
  [
    'S18 a compatibility note on what people consent to',
    { controller, purposes: [{ ...purpose, compatible: note }] },
    'C12 purposes[0].compatible',
  ],
  [
    'S18 a note with four points',
    {
      controller,
      purposes: [{ ...purpose, legalBasis: 'f', compatible: { ...note, safeguards: undefined } }],
    },
    'C05 purposes[0].compatible.safeguards',
  ],
  [
    'S06 recording what people do without their consent',
    { controller, backend, purposes: [{ ...recorded, legalBasis: 'f' }] },
    'C06 purposes[0]',
  ],
  [
    'S06 recording what people do before they are known',
    { controller, backend, purposes: [{ ...recorded, identified: false }] },
    'C05 purposes[0].identified',
  ],
  [
    'S08 recording what people do without a list of it',
    { controller, backend, purposes: [{ ...recorded, events: [] }] },
    'C05 purposes[0].events',
  ],
  [
    'S12 recording what people do at nobody knows whose server',
    { controller, purposes: [recorded] },
    'C05 backend',
  ],
  [
    'R50 counting without consent in Belgium',
    { controller, profile: 'be', purposes: [counting] },
    'C13 purposes[0].deviceAccess',
  ],
  [
    'R50 counting without consent without a profile',
    { controller, purposes: [counting] },
    'C13 purposes[0].deviceAccess',
  ],
  [
    'R56 counting without consent that nobody can object to',
    { controller, profile: 'nl', purposes: [{ ...counting, legalBasis: 'c', reason: 'Law.' }] },
    'C13 purposes[0].deviceAccess',
  ],
  [
    'R46 counting without consent and without its conditions',
    { controller, profile: 'nl', purposes: [{ ...counting, measurement: undefined }] },
    'C05 purposes[0].measurement',
  ],
  [
    'R46 a condition that is not met',
    {
      controller,
      profile: 'nl',
      purposes: [{ ...counting, measurement: { ...counting.measurement, truncatedIp: false } }],
    },
    'C04 purposes[0].measurement.truncatedIp',
  ],
  [
    'R46 a condition of counting that is left out',
    { controller, profile: 'nl', purposes: [{ ...counting, measurement: {} }] },
    'C05 purposes[0].measurement.ownUseOnly',
  ],
  [
    'R46 conditions of counting on another purpose',
    { controller, profile: 'nl', purposes: [{ ...counting, deviceAccess: 'none' }] },
    'C05 purposes[0].measurement',
  ],
  [
    'S17 an audience that does not exist',
    { controller, purposes: [{ ...purpose, audience: ['staff'] }] },
    'C04 purposes[0].audience[0]',
  ],
  [
    'an audience of nobody',
    { controller, purposes: [{ ...purpose, audience: [] }] },
    'C05 purposes[0].audience',
  ],
  [
    'a retention that is no number of days',
    { controller, purposes: [{ ...purpose, retentionDays: 1.5 }] },
    'C04 purposes[0].retentionDays',
  ],
  [
    'a retention that is a text',
    { controller, purposes: [{ ...purpose, retentionDays: '365' }] },
    'C02 purposes[0].retentionDays',
  ],
  [
    'S44 a role that GDPR does not know',
    { controller, services: [{ id: 's', role: 'owner' }] },
    'C04 services[0].role',
  ],
  [
    'texts with a list in them',
    { controller, purposes: [{ ...purpose, text: { nl: [] } }] },
    'C02 purposes[0].text.nl',
  ],
  [
    'a text that is a list',
    { controller, purposes: [{ ...purpose, text: [] }] },
    'C02 purposes[0].text',
  ],
  [
    'a service worker without a path from the root',
    { controller, serviceWorker: 'w.js' },
    'C04 serviceWorker',
  ],
])('refuses %s with its place', (_, config, expected) => {
  expect(codeOf(config)).toBe(expected);
});

test('in development the message is a sentence with the value and the fix', () => {
  expect(() => parseConfig({ controller, purpozes: [] })).toThrow(
    /"purpozes".*Remove it, or check its spelling/,
  );
});

test('R19 a configuration with a controller alone asks nothing and lets nothing through', () => {
  expect(parseConfig({ controller })).toMatchObject({
    purposes: [],
    services: [],
    allow: [],
    unknown: 'hold',
  });
});

test('the gate is live, and its other modes say so', () => {
  const strict = { controller, gate: 'strict', onGrant: 'next-page', serviceWorker: '/worker.js' };

  expect(parseConfig({ controller })).toMatchObject({ gate: 'live', onGrant: 'reload' });
  expect(parseConfig({ controller, gate: 'report' }).gate).toBe('report');
  expect(parseConfig(strict)).toMatchObject(strict);
});

test('S25 S17 S19 S44 what a purpose may tell is kept as it was told', () => {
  const told = {
    ...purpose,
    controller: { name: 'Insurer', contact: '010', policyUrl: '/insurer' },
    audience: ['prospect', 'visitor'],
    consequence: 'You see no offers.',
    profiling: true,
    sharing: true,
    sensitive: true,
    automatedDecision: 'A score.',
    retentionDays: 365,
  };
  const config = { controller, purposes: [told], services: [{ id: 's', role: 'processor' }] };

  expect(parseConfig(config).purposes[0]).toMatchObject({ ...told, legalBasis: ['a'] });
  expect(parseConfig(config).services[0]).toMatchObject({ role: 'processor' });
});

test('a service may be an id of the catalogue, to be looked up later', () => {
  const policy = parseConfig({
    controller,
    services: ['matomo', { id: 'own' }],
    purposes: [{ ...purpose, services: ['matomo', 'own'] }],
  });

  expect(policy.catalogued).toEqual(['matomo']);
  expect(policy.services.map(({ id }) => id)).toEqual(['own']);
});

test.each(['nl', 'fr'])('R46 R53 profile %s exempts counting under its conditions', (profile) => {
  const [exempt] = parseConfig({ controller, profile, purposes: [counting] }).purposes;

  expect(exempt).toMatchObject({ control: 'objection', deviceAccess: 'measurement' });
});
