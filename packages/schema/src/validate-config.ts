import type { PurposeConfig, ServiceConfig, SluisConfig } from './config.js';
import { basesOf, controlOf, type Control } from './legal-basis.js';
import { boolean, daysUpTo, list, map, object, oneOf, string, type Shape } from './shape.js';
import { SluisError } from './sluis-error.js';

const strings = list(string);

/** One text, or one per language: at least one. */
const text: Shape = (value, at) => {
  (typeof value === 'object' ? map(string) : string)(value, at);
  if (!Object.keys(Object(value)).length) throw new SluisError('C05', at);
};

const id: Shape = (value, at) => {
  string(value, at);
  if (!/^[a-z][a-z0-9-]*$/.test(String(value))) throw new SluisError('C09', at, value);
};

/** On the site itself, from its root. */
const path: Shape = (value, at) => {
  string(value, at);
  if (!/^\/(?![/\\])/.test(String(value))) throw new SluisError('C04', at, value);
};

/** A list with at least one of these words in it. */
function someOf(words: string): Shape {
  const several = list(oneOf(words));
  return (value, at) => {
    several(value, at);
    if (Array.isArray(value) && !value.length) throw new SluisError('C05', at);
  };
}

const bases: Shape = (value, at) =>
  (Array.isArray(value) ? someOf : oneOf)('a b c d e f')(value, at);

/** A day as a calendar has it: `2026-11-26`. */
const day: Shape = (value, at) => {
  string(value, at);
  if (!/^\d{4}-\d\d-\d\d$/.test(String(value)) || Number.isNaN(Date.parse(String(value))))
    throw new SluisError('C04', at, value);
};

const googleAnalytics = object({
  required: {
    measurementId: string,
    checklist: object({
      required: { signedBy: string },
      optional: {
        processorAgreement: day,
        dataSharingOff: day,
        advertisingOff: day,
        userIdOff: day,
      },
    }),
  },
  optional: {},
});

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
    optOutUrl: string,
    googleAnalytics,
    relay: path,
    role: oneOf('processor controller'),
  },
});

const controller = object({
  required: { name: string, contact: string, policyUrl: string },
  optional: { country: string },
});

/** A condition that is only met when it is written out. */
const signed: Shape = (value, at) => {
  if (value !== true) throw new SluisError(value === undefined ? 'C05' : 'C04', at, value);
};

const purpose = object({
  required: { id, legalBasis: bases, label: text, text },
  optional: {
    control: oneOf('switch objection locked'),
    deviceAccess: oneOf('consent necessary measurement none'),
    reason: text,
    services: strings,
    controller,
    audience: someOf('visitor prospect client'),
    consequence: text,
    profiling: boolean,
    sharing: boolean,
    separate: boolean,
    marketing: boolean,
    sensitive: boolean,
    automatedDecision: text,
    compatible: object({
      required: { link: text, context: text, data: text, effects: text, safeguards: text },
      optional: {},
    }),
    measurement: object({
      required: {
        ownUseOnly: signed,
        noCrossSite: signed,
        notPassedOn: signed,
        truncatedIp: signed,
      },
      optional: {},
    }),
    retention: text,
    retentionDays: daysUpTo(Infinity),
    recipients: strings,
    source: text,
    identified: boolean,
    events: strings,
    recorded: boolean,
    consentMode: strings,
  },
});

const config = object({
  required: {
    controller,
  },
  optional: {
    profile: oneOf('nl be fr eu-strict'),
    purposes: list(purpose),
    services: list((value, at) => (typeof value === 'string' ? id : service)(value, at)),
    allow: strings,
    unknown: oneOf('hold block allow'),
    doNotTrack: boolean,
    import: object({
      required: {
        from: oneOf('vanilla-cookieconsent klaro tarteaucitron osano cookiebot onetrust'),
        purposes: map(strings),
      },
      optional: { cookie: string },
    }),
    sensitivePaths: list(path),
    banner: oneOf('region modal none'),
    gate: oneOf('live strict report'),
    onGrant: oneOf('reload next-page'),
    scope: oneOf('host domain'),
    answerDays: daysUpTo(182),
    serviceWorker: path,
    backend: string,
    assets: string,
    languages: strings,
  },
});

/** The vendor's own switch has to be among those that a refusal sets (S03, R44). */
function checkLock(one: ServiceConfig | string, at: string): void {
  if (typeof one === 'string' || !one.googleAnalytics) return;
  const flag = `ga-disable-${one.googleAnalytics.measurementId}`;
  if (!one.disable?.includes(flag)) throw new SluisError('C05', `${at}.disable: ${flag}`);
}

function refuseTwins(ids: readonly string[], at: string): void {
  const twin = ids.find((one, index) => ids.indexOf(one) < index);
  if (twin) throw new SluisError('C09', at, twin);
}

/**
 * Special categories and decisions without a person need more than an interest (GDPR art. 9(2),
 * 22(2)); a further purpose is found compatible with one that was not consented to (art. 6(4)).
 */
function checkGround(one: PurposeConfig, control: Control, at: string): void {
  if (control === 'objection') {
    for (const word of ['sensitive', 'automatedDecision'] as const)
      if (one[word]) throw new SluisError('C11', `${at}.${word}`, one.legalBasis);
  }
  if (control === 'switch' && one.compatible) throw new SluisError('C12', `${at}.compatible`);
}

/** Counting without consent: where the law exempts it, on its own ground, with every condition signed (R46, R50, R53). */
function checkMeasurement(one: PurposeConfig, control: Control, profile: string, at: string): void {
  const isSigned = 'measurement' in one && !!one.measurement;
  if ((one.deviceAccess === 'measurement') !== isSigned)
    throw new SluisError('C05', `${at}.measurement`);
  if (one.deviceAccess !== 'measurement') return;
  if (control !== 'objection' || !/^(nl|fr)$/.test(profile))
    throw new SluisError('C13', `${at}.deviceAccess`, profile);
}

/** What people do is recorded by their consent, once they are known, by a list, at the site's own server (S06, S08). */
function checkRecorded(
  one: PurposeConfig,
  control: Control,
  backend: string | undefined,
  at: string,
): void {
  if (!one.recorded) return;
  if (control !== 'switch') throw new SluisError('C06', at, one.legalBasis);
  if (!one.identified) throw new SluisError('C05', `${at}.identified`);
  if (!one.events?.length) throw new SluisError('C05', `${at}.events`);
  if (!backend) throw new SluisError('C05', 'backend');
}

/** The control and the device follow from the legal basis; a configuration cannot say otherwise (S24, R05). */
function checkBasis(one: PurposeConfig, control: Control, profile: string, at: string): void {
  if (one.control && one.control !== control)
    throw new SluisError('C07', `${at}.control`, one.control);
  if (one.deviceAccess === 'consent' && control !== 'switch') {
    throw new SluisError('C06', at, one.legalBasis);
  }
  if (control === 'locked' && !('reason' in one)) throw new SluisError('C05', `${at}.reason`);
  checkGround(one, control, at);
  checkMeasurement(one, control, profile, at);
}

/**
 * The one validator: for JSON in the page, for `createSluis` and for the build.
 * @throws {SluisError} C02-C13, the first thing that is wrong
 */
export function validateConfig(value: unknown): asserts value is SluisConfig {
  config(value, '');
  const {
    purposes = [],
    services = [],
    backend,
    gate,
    onGrant,
    profile = 'eu-strict',
  }: SluisConfig = Object(value);
  if (onGrant && gate !== 'strict') throw new SluisError('C10', 'onGrant', gate ?? 'live');
  const known = services.map((one) => (typeof one === 'string' ? one : one.id));
  refuseTwins(known, 'services');
  services.forEach((one, index) => {
    const at = `services[${index}]`;
    checkLock(one, at);
    if (typeof one !== 'string' && one.relay && !backend) throw new SluisError('C05', 'backend');
  });
  refuseTwins(
    purposes.map((one) => one.id),
    'purposes',
  );
  purposes.forEach((one, index) => {
    const at = `purposes[${index}]`;
    const control = controlOf(basesOf(one.legalBasis));
    checkBasis(one, control, profile, at);
    checkRecorded(one, control, backend, at);
    const missing = one.services?.find((name) => !known.includes(name));
    if (missing) throw new SluisError('C08', `${at}.services`, missing);
  });
}
