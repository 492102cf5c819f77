import type { Decision } from '@sluis/schema';
import { name } from './request-words.js';

/** The rights that somebody can use (GDPR art. 15 to 22). */
export const rights = [
  'access',
  'rectification',
  'erasure',
  'restriction',
  'portability',
  'objection',
  'human-review',
] as const;

/** JSON Schema of what a case is told as. */
export const caseWords: { readonly [word: string]: object } = {
  right: { type: 'string', enum: rights },
  purpose: name,
  text: { type: 'string', minLength: 1, maxLength: 2000 },
};

export type Right = (typeof rights)[number];

/** By which way it came: the site itself, or what the desk heard. */
type Channel = 'page' | NonNullable<Decision['channel']>;

/** That somebody used a right, or that the desk wrote something down for somebody. */
export interface Case {
  /** What both sides call it by. */
  readonly number: string;
  readonly right: Right | 'desk-entry';
  readonly purpose?: string;
  /** In the person's own words. */
  readonly text?: string;
  readonly channel: Channel;
  /** Who at the desk wrote it down; not told to the person. */
  readonly agent?: string;
  /** The decision that the desk wrote down. */
  readonly decision?: string;
  /** Recipients that were told (GDPR art. 19), and those that could not be reached. */
  readonly told?: readonly string[];
  readonly untold?: readonly string[];
  /** ISO 8601, the server's clock. */
  readonly at: string;
}

/** Without letters and digits that are taken for each other on the phone. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The number of a case: its day, and eight characters of chance. */
export function caseNumber(at: number, random: Uint8Array): string {
  const letters = Array.from(random.subarray(0, 8), (byte) => alphabet[byte % alphabet.length]);
  return `${new Date(at).toISOString().slice(0, 10)}-${letters.join('')}`;
}

/** What the person sees of a case. */
export type ShownCase = Omit<Case, 'agent'>;

export function shownCase({ agent: _agent, ...shown }: Case): ShownCase {
  return shown;
}
