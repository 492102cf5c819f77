import { cookieDays, SluisError } from '@sluis/schema';
import { facePush } from './face-push.js';
import type { Page } from './page.js';

/** Seconds, as Google's `cookie_expires` counts. */
const longest = cookieDays * 24 * 3600;

interface Fields {
  [name: string]: unknown;
}

/**
 * What is fixed whatever the site's calls say (AP guide, steps 4 and 5; R42, R43). What is `undefined` is
 * left out: ids of people, what is known of them, and ids that follow them to another site.
 */
const fixed: Fields = {
  allow_google_signals: false,
  allow_ad_personalization_signals: false,
  url_passthrough: false,
  user_id: undefined,
  user_data: undefined,
  user_properties: undefined,
  linker: undefined,
};

/** Names of the fields that say something against the lock. */
function contradictions(fields: Fields): readonly string[] {
  const loud = Object.keys(fields).filter(
    (name) => Object.hasOwn(fixed, name) && fields[name] && fields[name] !== fixed[name],
  );
  return Number(fields['cookie_expires']) > longest ? [...loud, 'cookie_expires'] : loud;
}

/** The fields as they may go on. Only `config` sets what the site says nothing of. */
function mendFields(fields: Fields, isConfig: boolean): Fields {
  const mended: Fields = { ...fields };
  for (const [name, value] of Object.entries(fixed)) {
    if (isConfig || name in fields) mended[name] = value;
    if (mended[name] === undefined) delete mended[name];
  }
  if (isConfig || 'cookie_expires' in fields)
    mended['cookie_expires'] = Math.min(Number(fields['cookie_expires'] ?? longest), longest);
  return mended;
}

/** Where a command has its fields: `config id fields`, `event name fields`, `set fields`, `set name value`. */
function mendCall(call: { [index: number]: unknown; length: number }): readonly string[] {
  const [verb, first, second] = [call[0], call[1], call[2]];
  if (verb === 'set' && typeof first === 'string') {
    const fields = { [first]: second };
    call[1] = mendFields(fields, false);
    delete call[2];
    call.length = 2;
    return contradictions(fields);
  }
  const at = verb === 'set' ? 1 : 2;
  if (verb !== 'set' && verb !== 'config' && verb !== 'event') return [];
  const fields: Fields = Object(call[at]);
  if (verb !== 'config' && !call[at]) return [];
  call[at] = mendFields(fields, verb === 'config');
  call.length = Math.max(call.length, at + 1);
  return contradictions(fields);
}

function isCommand(call: unknown): call is { [index: number]: unknown; length: number } {
  return typeof Object(call).length === 'number' && typeof call !== 'string';
}

/**
 * Mends the site's calls to `gtag()` before Google's tag reads them, those that wait and those that
 * come. In development a call that contradicts the lock throws; where it came first it is reported.
 */
export function lockAnalytics({ policy, report, isDevelopment }: Page): void {
  if (!policy.services.some((one) => one.googleAnalytics)) return;
  const list = (window.dataLayer ??= []);
  const look = (call: unknown): SluisError | undefined => {
    const [name] = isCommand(call) ? mendCall(call) : [];
    return name === undefined ? undefined : new SluisError('G08', name);
  };
  for (const call of list) {
    const error = look(call);
    if (error) report(error);
  }
  facePush(
    list,
    (push) =>
      function (this: unknown, ...calls) {
        for (const error of calls.map(look)) {
          if (!error) continue;
          if (isDevelopment) throw error;
          report(error);
        }
        return push.apply(this, calls);
      },
  );
}
