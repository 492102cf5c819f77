import type { Scope } from '@sluis/schema';
import type { Side } from './record-steps.js';

/**
 * Names of the mirrors: the signed-in person's, and the device's own, for this host or for the site's
 * whole domain. The last two never stand under one name, where one would hide the other.
 */
export const mirrorNames: { readonly [which in Side | 'domain']: string } = {
  device: 'sluis',
  domain: 'sluis-domain',
  account: 'sluis-account',
};

/** The name of a side's mirror. */
export function mirrorName(side: Side, scope: Scope | undefined): string {
  return mirrorNames[side === 'device' && scope === 'domain' ? scope : side];
}

function tryStorage<T>(use: (storage: Storage) => T): T | undefined {
  try {
    return use(localStorage);
  } catch {
    return undefined; // refused by the browser's settings, or over quota
  }
}

function readCookie(name: string): string | undefined {
  return document.cookie
    .split('; ')
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);
}

/**
 * What the device keeps under a name, at once: the head needs no more than this. A page's first look into
 * localStorage waits for another process, so only a browser without cookies is asked for that.
 */
export function readPlace(name: string): string | undefined {
  return navigator.cookieEnabled
    ? readCookie(name)
    : (tryStorage((storage) => storage.getItem(name)) ?? undefined);
}

/**
 * A first-party cookie, so that a server can read and renew it; localStorage where cookies are
 * refused. Browsers that refuse cookies say nothing, so a write is read back.
 * @param life seconds; without it the cookie ends with the browser session, and localStorage is not
 * used, since that would outlive it
 * @param scope of the cookie; localStorage is always this host's own
 * @returns false when the device keeps nothing
 */
export function writePlace(name: string, text: string, life?: number, scope?: Scope): boolean {
  for (const domain of scope === 'domain' ? domainsOf(location.hostname) : ['']) {
    writeCookie(name, `${text}${life ? `; max-age=${life}` : ''}${domain}`);
    if (readCookie(name) === text) return true;
  }
  if (!life) return false;
  return tryStorage((storage) => (storage.setItem(name, text), true)) ?? false;
}

/**
 * The domains that a cookie of this page might be for, the widest first, and in the end this host alone.
 * Browsers refuse those under which others have their sites (`co.uk`): so the first that is taken is
 * the site's own, without a list.
 */
function domainsOf(host: string): readonly string[] {
  const parts = host.split('.');
  const domains = parts.map((_, index) => `; domain=${parts.slice(index).join('.')}`);
  return [...domains.reverse(), ''];
}

function writeCookie(name: string, value: string): void {
  const secure = location.protocol === 'https:' ? '; secure' : '';
  document.cookie = `${name}=${value}; path=/; samesite=lax${secure}`;
}

export function clearPlace(name: string): void {
  writeCookie(name, '; max-age=0');
  tryStorage((storage) => storage.removeItem(name));
}
