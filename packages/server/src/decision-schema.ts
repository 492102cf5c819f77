import { everyAnswer, type Method } from '@sluis/schema';
import { language, uuid } from './request-words.js';

/** What a device may say of itself; `desk` and `mail` are for the server to say. */
const methods: readonly Method[] = ['banner', 'preferences', 'opt-out', 'embed', 'api', 'import'];

/**
 * JSON Schema of `Decision`. Exactly its words, each by pattern: a URL, a query string, an address or
 * free text has no place to go (PROMISES S46, GDPR art. 5(1)(c)).
 */
export const decisionSchema: object = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'policy', 'purposes', 'method', 'language', 'surface', 'at'],
  properties: {
    id: uuid,
    policy: { type: 'string', pattern: '^(?:[0-9a-f]{64})?$' },
    purposes: {
      type: 'object',
      maxProperties: 64,
      propertyNames: { pattern: '^@?[a-z][a-z0-9-]*$', maxLength: 64 },
      additionalProperties: {
        type: 'object',
        additionalProperties: false,
        required: ['answer', 'terms'],
        properties: {
          answer: { type: 'string', enum: everyAnswer },
          terms: { type: 'string', pattern: '^[0-9a-z]{1,64}$' },
        },
      },
    },
    method: { type: 'string', enum: methods },
    language,
    surface: { type: 'string', maxLength: 253, pattern: '^(?:[a-z0-9._-]+|\\[[0-9a-f:.]+\\])$' },
    at: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,3})?Z$' },
  },
};
