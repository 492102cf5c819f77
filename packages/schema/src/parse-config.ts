import type { Controller, Profile, Text, Unknown } from './config.js';
import type { Control, DeviceAccess, LegalBasis } from './legal-basis.js';
import type { Policy, Purpose, Service } from './policy.js';
import { controlOf } from './legal-basis.js';
import { boolean, list, map, object, oneOf, or, string, type Shape } from './shape.js';
import { SluisError } from './sluis-error.js';

const strings = or(list(string), []);

const text: Shape<Text> = (value, at) =>
  typeof value === 'object' ? map(string)(value, at) : string(value, at);

const id: Shape<string> = (value, at) => {
  const word = string(value, at);
  if (!/^[a-z][a-z0-9-]*$/.test(word)) throw new SluisError('C09', at, word);
  return word;
};

const basis = oneOf<LegalBasis>(['a', 'b', 'c', 'd', 'e', 'f']);

const bases: Shape<readonly LegalBasis[]> = (value, at) => {
  if (!Array.isArray(value)) return [basis(value, at)];
  if (!value.length) throw new SluisError('C05', at);
  return list(basis)(value, at);
};

const controller = object<Controller>({ name: string, contact: string, policyUrl: string });

const service: Shape<Service> = (value, at) => {
  const read = object<Omit<Service, 'label'> & { label: string | undefined }>({
    id,
    label: or(string, undefined),
    hosts: strings,
    cookies: strings,
    storage: strings,
    disable: strings,
    queues: strings,
    recipient: or(string, undefined),
    country: or(string, undefined),
    policyUrl: or(string, undefined),
  })(value, at);
  return { ...read, label: read.label ?? read.id };
};

interface PurposeWords extends Omit<Purpose, 'control' | 'deviceAccess'> {
  readonly control: Control | undefined;
  readonly deviceAccess: DeviceAccess | undefined;
}

const purposeWords = object<PurposeWords>({
  id,
  legalBasis: bases,
  control: or(oneOf<Control>(['switch', 'objection', 'locked']), undefined),
  deviceAccess: or(oneOf<DeviceAccess>(['consent', 'necessary', 'none']), undefined),
  label: text,
  text,
  reason: or(text, undefined),
  services: strings,
  retention: or(text, undefined),
  recipients: strings,
  source: or(text, undefined),
  identified: or(boolean, false),
  consentMode: strings,
});

const purpose: Shape<Purpose> = (value, at) => {
  const read = purposeWords(value, at);
  const control = controlOf(read.legalBasis);
  if (read.control && read.control !== control) {
    throw new SluisError('C07', `${at}.control`, read.control);
  }
  if (read.deviceAccess === 'consent' && control !== 'switch') {
    throw new SluisError('C06', at, read.legalBasis.join(''));
  }
  if (control === 'locked' && !read.reason) throw new SluisError('C05', `${at}.reason`);
  const deviceAccess = read.deviceAccess ?? (control === 'switch' ? 'consent' : 'none');
  return { ...read, control, deviceAccess };
};

const policyWords = object<Omit<Policy, 'services' | 'catalogued'> & { services: readonly (Service | string)[]; gate: 'live' }>({
  controller,
  profile: or(oneOf<Profile>(['nl', 'be', 'fr', 'eu-strict']), 'eu-strict'),
  purposes: or(list(purpose), []),
  services: or(list<Service | string>((value, at) => (typeof value === 'string' ? id : service)(value, at)), []),
  allow: strings,
  unknown: or(oneOf<Unknown>(['hold', 'block', 'allow']), 'hold'),
  gate: or(oneOf(['live']), 'live'),
  backend: or(string, undefined),
  assets: or(string, undefined),
  languages: or(list(string), ['nl', 'fr', 'de', 'en']),
});

function refuseTwins(ids: readonly string[], at: string): void {
  const twin = ids.find((one, index) => ids.indexOf(one) < index);
  if (twin) throw new SluisError('C09', at, twin);
}

/**
 * The one validator, for JSON in the page, for `createSluis` and for the server.
 * @throws {SluisError} C02-C09, the first thing that is wrong.
 */
export function parseConfig(value: unknown): Policy {
  const { services, gate: _live, ...words } = policyWords(value, '');
  const own = services.filter((one) => typeof one === 'object');
  const catalogued = services.filter((one) => typeof one === 'string');
  const known = [...own.map((one) => one.id), ...catalogued];
  refuseTwins(known, 'services');
  refuseTwins(words.purposes.map((one) => one.id), 'purposes');
  words.purposes.forEach((one, index) => {
    const missing = one.services.find((name) => !known.includes(name));
    if (missing) throw new SluisError('C08', `purposes[${index}].services`, missing);
  });
  return { ...words, services: own, catalogued };
}
