import { rights } from './case.js';
import { keptDecisionSchema } from './decision-schema.js';
import { failureCodes } from './errors.js';
import { deskChannels, exactly, language, moment, name, uuid } from './request-words.js';

/** Who may ask: a device, a person, either, or one of the operator's own systems. */
type Asker = 'device' | 'person' | 'system';

/** What an address answers, by status: JSON Schema, or by media type where it is not always JSON. */
export interface Answers {
  readonly by: readonly Asker[];
  readonly response: { readonly [status: string]: object };
}

const text: object = { type: 'string' };
const count: object = { type: 'integer', minimum: 0 };
const hex = (digits: number): object => ({ type: 'string', pattern: `^[0-9a-f]{${digits}}$` });
const list = (items: object): object => ({ type: 'array', items });
const media = (type: string, schema: object): object => ({ content: { [type]: { schema } } });

/** A number, or the word that it was too small to be told (PROMISES S23). */
const tellable: object = { anyOf: [{ type: 'integer', minimum: 10 }, { const: 'suppressed' }] };
const day: object = { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d$' };

/** Nothing is said beside the status. */
const nothing: object = { type: 'null', description: 'No body' };

export const failure: object = exactly({
  code: { type: 'string', enum: failureCodes },
  message: text,
});

const acknowledgement = exactly(
  { id: uuid, hash: hex(64), receivedAt: moment, backdated: { const: true } },
  'backdated',
);

const account = exactly({ decisions: list(keptDecisionSchema) });

const proof = exactly({
  schema: { const: 'ISO/IEC TS 27560:2023' },
  decision: keptDecisionSchema,
  policy: text,
  acknowledgement,
});

/** After the Kantara Initiative's Consent Receipt 1.1. */
const kantara: object = {
  type: 'object',
  required: ['version', 'consentTimestamp', 'consentReceiptID', 'piiControllers', 'services'],
  properties: { version: { const: 'KI-CR-v1.1.0' } },
};

const oneCase = exactly(
  {
    number: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d-[2-9A-Z]{8}$' },
    right: { type: 'string', enum: [...rights, 'desk-entry'] },
    purpose: name,
    text,
    channel: { type: 'string', enum: ['page', ...deskChannels] },
    decision: uuid,
    told: list(text),
    untold: list(text),
    at: moment,
  },
  'purpose',
  'text',
  'decision',
  'told',
  'untold',
);

const kept = exactly({ what: text, ground: { enum: ['a', 'b', 'c', 'd', 'e', 'f'] }, until: text });

const erasure = exactly({
  erased: list(exactly({ what: text, count })),
  kept: list(kept),
  told: list(text),
  untold: list(text),
  number: text,
});

const myData = exactly({
  schema: { const: 'ISO/IEC TS 27560:2023' },
  exportedAt: moment,
  decisions: list(exactly({ decision: keptDecisionSchema, acknowledgement, keptUntil: moment })),
  cases: list(oneCase),
  contacts: list(exactly({ channel: name, kind: name, at: moment })),
  activities: list(
    exactly({
      purpose: name,
      kind: text,
      place: text,
      profiling: { type: 'boolean' },
      at: moment,
      keptUntil: moment,
    }),
  ),
  policies: { type: 'object', propertyNames: hex(64), additionalProperties: text },
});

const status: object = { type: 'integer', minimum: 200, maximum: 599 };

const batchResult = {
  anyOf: [exactly({ id: uuid, status, acknowledgement }), exactly({ id: uuid, status, failure })],
};

const contactAnswer = {
  anyOf: [
    exactly({ answer: { const: 'yes' } }),
    exactly({ answer: { const: 'no' }, reason: { enum: ['no-consent', 'refused', 'restricted'] } }),
    exactly({ answer: { const: 'no' }, reason: { const: 'limit' }, next: moment }),
  ],
};

const retentionAnswer = {
  anyOf: [
    exactly({ consent: { const: true }, until: moment, remind: moment }),
    exactly({ consent: { const: false }, until: moment }),
  ],
};

const statistic = exactly({
  day,
  purpose: text,
  answer: text,
  method: text,
  language,
  count: tellable,
});

const activity = exactly({
  day,
  purpose: name,
  kind: text,
  place: text,
  count: tellable,
  people: tellable,
});

const signedHead = exactly({
  tenant: text,
  seq: count,
  link: { type: 'string', pattern: '^(?:[0-9a-f]{64})?$' },
  at: moment,
  publicKey: hex(64),
  signature: hex(128),
});

/** What every described address answers when all is well. */
export const answers: { readonly [address: string]: Answers } = {
  'PUT /v1/decisions/:id': {
    by: ['device'],
    response: { 200: acknowledgement, 201: acknowledgement },
  },
  'POST /v1/decisions': { by: [], response: { 200: exactly({ results: list(batchResult) }) } },
  'GET /v1/decisions/:id/receipt': {
    by: ['device', 'person'],
    response: {
      200: {
        content: {
          'application/json': { schema: { anyOf: [proof, kantara] } },
          'application/ld+json': { schema: { type: 'object' } },
        },
      },
    },
  },
  'PUT /v1/policies/:hash': {
    by: [],
    response: { 200: exactly({ hash: hex(64) }), 201: exactly({ hash: hex(64) }) },
  },
  'GET /v1/me': { by: ['person'], response: { 200: account, 304: nothing } },
  'PUT /v1/me/device': { by: ['person', 'device'], response: { 200: account } },
  'GET /v1/me/data': { by: ['device', 'person'], response: { 200: myData } },
  'DELETE /v1/me/data': { by: ['device', 'person'], response: { 200: erasure, 204: nothing } },
  'GET /v1/me/cases': {
    by: ['device', 'person'],
    response: { 200: exactly({ cases: list(oneCase) }) },
  },
  'POST /v1/me/cases': { by: ['device', 'person'], response: { 201: oneCase } },
  'POST /v1/me/no-marketing': {
    by: ['device', 'person'],
    response: { 200: exactly({ acknowledgements: list(acknowledgement) }) },
  },
  'POST /v1/desk/decisions': { by: ['system'], response: { 201: acknowledgement, 204: nothing } },
  'POST /v1/desk/cases': { by: ['system'], response: { 201: oneCase } },
  'POST /v1/desk/links': {
    by: ['system'],
    response: { 201: exactly({ path: text, expiresAt: moment }) },
  },
  'POST /v1/references': {
    by: ['system'],
    response: { 200: exactly({ references: list(hex(64)) }) },
  },
  'POST /v1/contacts/ask': { by: ['system'], response: { 200: contactAnswer } },
  'POST /v1/contacts/filter': {
    by: ['system'],
    response: { 200: exactly({ allowed: list(text) }) },
  },
  'POST /v1/mail/links': {
    by: ['system'],
    response: { 201: exactly({ pixel: text, optOut: text, oneClick: text }) },
  },
  'GET /v1/mail/:token.gif': { by: [], response: { 200: media('image/gif', text) } },
  'POST /v1/activities': { by: ['device'], response: { 204: nothing } },
  'GET /v1/activities': {
    by: ['system'],
    response: { 200: exactly({ activities: list(activity) }) },
  },
  'POST /v1/retention/ask': { by: ['system'], response: { 200: retentionAnswer } },
  'GET /v1/statistics': {
    by: ['system'],
    response: { 200: exactly({ statistics: list(statistic) }) },
  },
  'POST /v1/page-views': { by: [], response: { 204: nothing } },
  'GET /v1/page-views': {
    by: ['system'],
    response: { 200: exactly({ pages: list(exactly({ day, page: text, views: tellable })) }) },
  },
  'GET /v1/head': { by: [], response: { 200: signedHead } },
  'GET /v1/relay-token': {
    by: ['device'],
    response: { 200: exactly({ token: text, expiresAt: moment }) },
  },
};
