import type { FormerManager } from '@sluis/schema';

/** What another consent manager kept: its own names for what was asked, and when it was answered. */
export interface FormerAnswers {
  /** Nothing where that was not answered. */
  answerTo(name: string): boolean | undefined;
  /** Milliseconds since 1970; none where it kept no date. */
  readonly at?: number;
}

type Reader = (
  text: string,
  read: (cookie: string) => string | undefined,
) => FormerAnswers | undefined;

interface Manager {
  /** The cookie's usual name. */
  readonly cookie: string;
  readonly parse: Reader;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** By a list of pairs, in which only what is true or false is an answer. */
function lookUp(pairs: Iterable<readonly [string, unknown]>): FormerAnswers['answerTo'] {
  const known = new Map(pairs);
  return (name) => {
    const found = known.get(name);
    return typeof found === 'boolean' ? found : undefined;
  };
}

function pairsIn(
  text: string,
  pattern: RegExp,
  yes: string,
): readonly (readonly [string, boolean])[] {
  return Array.from(text.matchAll(pattern), ([, name = '', word]) => [name, word === yes] as const);
}

/** A moment as any of them writes it; nothing when it is none. */
function momentOf(value: unknown): number | undefined {
  const at = typeof value === 'number' ? value : Date.parse(String(value));
  return Number.isFinite(at) ? at : undefined;
}

function dated(answerTo: FormerAnswers['answerTo'], when: unknown): FormerAnswers {
  const at = momentOf(when);
  return at === undefined ? { answerTo } : { answerTo, at };
}

/** `{"categories":["necessary","analytics"],"lastConsentTimestamp":"..."}`; what is not listed was refused. */
const vanilla: Reader = (text) => {
  const found = Object(parseJson(decode(text)));
  if (!Array.isArray(found.categories)) return undefined;
  const when = found.lastConsentTimestamp ?? found.consentTimestamp ?? found.consent_date;
  return dated((name) => found.categories.includes(name), when);
};

/** `{"matomo":true,"youtube":false}`, without a date. */
const klaro: Reader = (text) => ({
  answerTo: lookUp(Object.entries(Object(parseJson(decode(text))))),
});

/** `!gtag=true!youtube=false!vimeo=wait`, without a date; `wait` was not answered. */
const tarteaucitron: Reader = (text) => ({
  answerTo: lookUp(pairsIn(decode(text), /!(\w+)=(true|false)/g, 'true')),
});

/** `allow` or `deny` for everything at once; `dismiss` only closed a notice and is no answer. */
const osano: Reader = (text) =>
  text === 'allow' || text === 'deny'
    ? { answerTo: lookUp([['all', text === 'allow']]) }
    : undefined;

/** `{stamp:'...',statistics:true,marketing:false,method:'explicit',utc:1700000000000}`: not JSON. */
const cookiebot: Reader = (text) => {
  const plain = decode(text);
  if (!/method:'explicit'/.test(plain)) return undefined; // implied, or outside the region: nobody chose
  const answerTo = lookUp(pairsIn(plain, /(\w+):(true|false)/g, 'true'));
  return dated(answerTo, Number(/utc:(\d+)/.exec(plain)?.[1] ?? NaN));
};

/** `groups=C0001:1,C0002:0`; only what was closed by the visitor is an answer, and that cookie has the date. */
const oneTrust: Reader = (text, read) => {
  const closed = read('OptanonAlertBoxClosed');
  const groups = /(?:^|&)groups=([^&]*)/.exec(text)?.[1];
  if (closed === undefined || groups === undefined) return undefined;
  return dated(lookUp(pairsIn(decode(groups), /([^,:]+):([01])/g, '1')), decode(closed));
};

const managers: { readonly [manager in FormerManager]: Manager } = {
  'vanilla-cookieconsent': { cookie: 'cc_cookie', parse: vanilla },
  klaro: { cookie: 'klaro', parse: klaro },
  tarteaucitron: { cookie: 'tarteaucitron', parse: tarteaucitron },
  osano: { cookie: 'cookieconsent_status', parse: osano },
  cookiebot: { cookie: 'CookieConsent', parse: cookiebot },
  onetrust: { cookie: 'OptanonConsent', parse: oneTrust },
};

/**
 * The answers that another manager left on the device; nothing when it left none that a person gave.
 * @param read a cookie's value as it stands in `document.cookie`
 * @param cookie its name, where the site had given it another one
 */
export function readFormerAnswers(
  manager: FormerManager,
  read: (cookie: string) => string | undefined,
  cookie: string = managers[manager].cookie,
): FormerAnswers | undefined {
  const text = read(cookie);
  return text === undefined ? undefined : managers[manager].parse(text, read);
}
