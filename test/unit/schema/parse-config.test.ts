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

test('S24 the control follows from the legal basis', () => {
  const controls = bankPolicy.purposes.map(({ id, control }) => `${id} ${control}`);

  expect(controls).toEqual([
    'analytics switch',
    'marketing switch',
    'clicks switch',
    'research objection',
    'security locked',
  ]);
});

test('S05 only a consent asks for the device by default', () => {
  expect(bankPolicy.purposes.map(({ deviceAccess }) => deviceAccess)).toEqual([
    'consent',
    'consent',
    'consent',
    'none',
    'necessary',
  ]);
});

test.each([
  ['nothing', undefined, 'C05 '],
  ['a list', [], 'C02 '],
  ['R11 no controller', { purposes: [] }, 'C05 controller'],
  [
    'R11 a purpose without a sentence',
    { controller, purposes: [{ ...purpose, text: '' }] },
    'C05 purposes[0].text',
  ],
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
