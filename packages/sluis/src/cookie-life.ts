import { cookieDays, matchesKey, type Policy } from '@sluis/schema';
import { endKey } from './own-keys.js';

const day = 24 * 3600 * 1000;

/** In milliseconds: no longer than the data is kept of any purpose that the cookie serves (S07). */
function lifeOf(name: string, { services, purposes }: Policy): number {
  const owners = services.filter(({ cookies }) => matchesKey(cookies, name));
  const days = purposes
    .filter((purpose) => owners.some(({ id }) => purpose.services.includes(id)))
    .map(({ retentionDays = Infinity }) => retentionDays);
  return Math.min(cookieDays, ...days) * day;
}

/**
 * Until when a cookie may last, in milliseconds since 1970: its life is counted from its first write,
 * however often it is written. An end that lies further away was set by a clock that went wrong, or
 * under another configuration.
 */
function lastEnd(name: string, life: number): number {
  const now = Date.now();
  const latest = now + life;
  try {
    const end = Number(localStorage.getItem(endKey + name));
    if (end > now && end <= latest) return end;
    localStorage.setItem(endKey + name, String(latest));
  } catch {
    // Where storage is refused every write is the first.
  }
  return latest;
}

/** When its text has a cookie end; NaN with the browser's session. Max-Age counts before Expires (RFC 6265, 5.3). */
function endOf(text: string): number {
  const [, age, date = ''] = /.*;\s*max-age=(-?\d+)|.*;\s*expires=([^;]*)/is.exec(text) ?? [];
  return age ? Date.now() + Number(age) * 1000 : Date.parse(date);
}

/** Is it still there as it was written? A cookie that was only tried must not come back. */
function isThere(pair: string): boolean {
  return document.cookie.split('; ').includes(pair.trim());
}

/**
 * Writes a cookie again that was to last longer than 13 months after its first write, or than what it is
 * for is kept: with an earlier end. One that ends with the browser's session, or is being deleted, stays as it is.
 * @param cookie see `Wrote` of the gate
 */
export function endInTime(
  policy: Policy,
  name: string,
  cookie: unknown,
  write: (args: unknown[]) => unknown,
): unknown {
  const { expires, value } = Object(cookie);
  const asked = typeof cookie === 'string' ? endOf(cookie) : Number(expires);
  if (!(asked > Date.now())) return undefined;
  const end = lastEnd(name, lifeOf(name, policy));
  if (asked <= end) return undefined;
  if (typeof cookie !== 'string')
    return isThere(`${name}=${value}`) && write([{ ...Object(cookie), expires: end }]);
  const seconds = Math.floor((end - Date.now()) / 1000);
  return isThere(cookie.replace(/;.*/s, '')) && write([`${cookie};max-age=${seconds}`]);
}
