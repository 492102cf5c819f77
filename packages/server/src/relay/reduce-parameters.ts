import type { DailyHash } from './daily-hash.js';
import { reducePage, reduceReferrer } from './reduce-address.js';
import type { Treatment } from './vendor.js';

/** What a service lets through. */
export interface ParameterRules {
  readonly service: string;
  readonly treatments: ReadonlyMap<string, Treatment>;
  /** Names of the parameters that tell the account, and the accounts that are the site's. */
  readonly accounts: ReadonlySet<string>;
  readonly ids: ReadonlySet<string>;
  /** Origins of the site's own pages. */
  readonly origins: ReadonlySet<string>;
  readonly hash: DailyHash;
}

/** What is left of a query or of a part of a body. */
export interface Reduced {
  readonly text: string;
  /** Does it name the site's account, another one, or none? */
  readonly account: 'own' | 'other' | 'none';
}

/** A longer value is no measurement. Characters, as they arrive. */
const longest = 1000;

function decode(text: string): string {
  if (!/[%+]/.test(text)) return text;
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return '';
  }
}

/** Nobody measures with mail addresses: one that came along in a title stays here. */
function isMail(value: string): boolean {
  return value.includes('@') || value.includes('%40');
}

type Treat = (value: string, name: string, rules: ParameterRules) => string;

const treat: { readonly [treatment in Treatment]: Treat } = {
  keep: (value) => (isMail(value) ? '' : value),
  page: (value) => encodeURIComponent(reducePage(decode(value))),
  referrer: (value, _, { origins }) => encodeURIComponent(reduceReferrer(decode(value), origins)),
  language: (value) => /^[a-z]{2,3}/i.exec(value)?.[0].toLowerCase() ?? '',
  'id-pair': (value, name, { hash, service }) => {
    const id = hash(`${service}\0${name}\0${value}`);
    return `${id}.${id}`;
  },
  'id-number': (value, name, { hash, service }) => String(hash(`${service}\0${name}\0${value}`)),
  'id-hex': (value, name, { hash, service }) =>
    hash(`${service}\0${name}\0${value}`).toString(16).padStart(8, '0').repeat(2),
};

function accountAfter(
  account: Reduced['account'],
  name: string,
  value: string,
  { accounts, ids }: ParameterRules,
): Reduced['account'] {
  if (!accounts.has(name) || account === 'other') return account;
  return ids.has(value) ? 'own' : 'other';
}

/**
 * Lets through what is named, treated as it says; whatever else a vendor's script sends, now or in its
 * next version, stays here.
 * @param text of a query, without `?`
 */
export function reduceParameters(text: string, rules: ParameterRules): Reduced {
  let kept = '';
  let account: Reduced['account'] = 'none';
  // Hits come by the thousand, and most of their parts stay here: only those that go on are cut out.
  for (let start = 0, end = 0, cut = -1; start < text.length; start = end + 1) {
    end = text.indexOf('&', start);
    if (end < 0) end = text.length;
    if (cut < start) cut = text.indexOf('=', start);
    if (cut < 0) break;
    if (cut === start || cut > end || end - cut - 1 > longest) continue;
    const raw = text.slice(start, cut);
    const name = rules.treatments.has(raw) ? raw : decode(raw);
    const treatment = rules.treatments.get(name);
    if (!treatment) continue;
    const value = text.slice(cut + 1, end);
    const treated = treat[treatment](value, name, rules);
    if (treated) kept += `${kept && '&'}${raw}=${treated}`;
    account = accountAfter(account, name, value, rules);
  }
  return { text: kept, account };
}
