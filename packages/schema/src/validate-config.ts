import type { PurposeConfig, SluisConfig } from './config.js';
import { basesOf, controlOf } from './legal-basis.js';
import { boolean, list, map, object, oneOf, string, type Shape } from './shape.js';
import { SluisError } from './sluis-error.js';

const strings = list(string);

const text: Shape = (value, at) => (typeof value === 'object' ? map(string) : string)(value, at);

const id: Shape = (value, at) => {
  string(value, at);
  if (!/^[a-z][a-z0-9-]*$/.test(String(value))) throw new SluisError('C09', at, value);
};

/** On the site itself, from its root. */
const path: Shape = (value, at) => {
  string(value, at);
  if (!/^\/(?![/\\])/.test(String(value))) throw new SluisError('C04', at, value);
};

const basis = oneOf('a b c d e f');

const bases: Shape = (value, at) => {
  if (!Array.isArray(value)) return basis(value, at);
  if (!value.length) throw new SluisError('C05', at);
  list(basis)(value, at);
};

const service = object({
  required: { id },
  optional: {
    label: string,
    hosts: strings,
    cookies: strings,
    storage: strings,
    disable: strings,
    queues: strings,
    recipient: string,
    country: string,
    policyUrl: string,
  },
});

const purpose = object({
  required: { id, legalBasis: bases, label: text, text },
  optional: {
    control: oneOf('switch objection locked'),
    deviceAccess: oneOf('consent necessary none'),
    reason: text,
    services: strings,
    retention: text,
    recipients: strings,
    source: text,
    identified: boolean,
    events: strings,
    consentMode: strings,
  },
});

const config = object({
  required: {
    controller: object({
      required: { name: string, contact: string, policyUrl: string },
      optional: {},
    }),
  },
  optional: {
    profile: oneOf('nl be fr eu-strict'),
    purposes: list(purpose),
    services: list((value, at) => (typeof value === 'string' ? id : service)(value, at)),
    allow: strings,
    unknown: oneOf('hold block allow'),
    sensitivePaths: list(path),
    gate: oneOf('live strict report'),
    onGrant: oneOf('reload next-page'),
    serviceWorker: path,
    backend: string,
    assets: string,
    languages: strings,
  },
});

function refuseTwins(ids: readonly string[], at: string): void {
  const twin = ids.find((one, index) => ids.indexOf(one) < index);
  if (twin) throw new SluisError('C09', at, twin);
}

/** The control and the device follow from the legal basis; a configuration cannot say otherwise (S24, R05). */
function checkBasis(one: PurposeConfig, at: string): void {
  const control = controlOf(basesOf(one.legalBasis));
  if (one.control && one.control !== control)
    throw new SluisError('C07', `${at}.control`, one.control);
  if (one.deviceAccess === 'consent' && control !== 'switch') {
    throw new SluisError('C06', at, one.legalBasis);
  }
  if (control === 'locked' && !('reason' in one)) throw new SluisError('C05', `${at}.reason`);
}

/**
 * The one validator: for JSON in the page, for `createSluis` and for the build.
 * @throws {SluisError} C02-C10, the first thing that is wrong
 */
export function validateConfig(value: unknown): asserts value is SluisConfig {
  config(value, '');
  const { purposes = [], services = [], gate, onGrant }: SluisConfig = Object(value);
  if (onGrant && gate !== 'strict') throw new SluisError('C10', 'onGrant', gate ?? 'live');
  const known = services.map((one) => (typeof one === 'string' ? one : one.id));
  refuseTwins(known, 'services');
  refuseTwins(
    purposes.map((one) => one.id),
    'purposes',
  );
  purposes.forEach((one, index) => {
    const at = `purposes[${index}]`;
    checkBasis(one, at);
    const missing = one.services?.find((name) => !known.includes(name));
    if (missing) throw new SluisError('C08', `${at}.services`, missing);
  });
}
