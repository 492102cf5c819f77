import type { Decision } from '@sluis/schema';

/* JSON Schema of words that several addresses take. */

/** A person as the site's tokens name them. */
export const subject: object = { type: 'string', minLength: 1, maxLength: 255 };

/** The id of a purpose, a channel or a kind. */
export const name: object = { type: 'string', maxLength: 64, pattern: '^[a-z][a-z0-9-]*$' };

/** A language tag (BCP 47). */
export const language: object = {
  type: 'string',
  maxLength: 35,
  pattern: '^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$',
};

/** ISO 8601, UTC. */
export const moment: object = {
  type: 'string',
  pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,3})?Z$',
};

/** By which ways the desk hears something. */
export const deskChannels: readonly NonNullable<Decision['channel']>[] = [
  'phone',
  'mail',
  'letter',
  'counter',
  'chat',
];

const uuidPattern = '^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$';

/** A UUIDv7 in lower case. */
export const uuid: object = { type: 'string', pattern: uuidPattern };

/** Is this an id that a fact may have? PostgreSQL refuses to look for some texts that are none. */
export function isUuid(text: string): boolean {
  return new RegExp(uuidPattern).test(text);
}

/** Exactly these words in a JSON body, those in `optional` or not. */
export function exactly(
  properties: { readonly [word: string]: object },
  ...optional: readonly string[]
): object {
  const required = Object.keys(properties).filter((word) => !optional.includes(word));
  return { type: 'object', additionalProperties: false, required, properties };
}
