import { everyAnswer, type Method } from '@sluis/schema';
import { deskChannels, exactly, language, moment, uuid } from './request-words.js';

/** What a device may say of itself; `desk` and `mail` are for the server to say. */
const methods: readonly Method[] = [
  'banner',
  'preferences',
  'opt-out',
  'embed',
  'form',
  'api',
  'import',
];

/** Each by pattern: a URL, a query string, an address or free text has no place to go (PROMISES S46). */
const words: { readonly [word: string]: object } = {
  id: uuid,
  policy: { type: 'string', pattern: '^(?:[0-9a-f]{64})?$' },
  purposes: {
    type: 'object',
    maxProperties: 64,
    propertyNames: { pattern: '^@?[a-z][a-z0-9-]*$', maxLength: 64 },
    additionalProperties: exactly({
      answer: { type: 'string', enum: everyAnswer },
      terms: { type: 'string', pattern: '^[0-9a-z]{1,64}$' },
    }),
  },
  method: { type: 'string', enum: methods },
  language,
  surface: { type: 'string', maxLength: 253, pattern: '^(?:[a-z0-9._-]+|\\[[0-9a-f:.]+\\])$' },
  at: moment,
};

/** JSON Schema of `Decision` as a device sends it, exactly its words (GDPR art. 5(1)(c)). */
export const decisionSchema: object = exactly(words);

/** The same as it is kept: the desk's own too. */
export const keptDecisionSchema: object = exactly(
  {
    ...words,
    method: { type: 'string', enum: [...methods, 'desk', 'mail'] },
    channel: { type: 'string', enum: deskChannels },
  },
  'channel',
);
