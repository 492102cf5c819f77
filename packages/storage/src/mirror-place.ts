import type { Side } from './record-steps.js';

/** Names of the two mirrors: the device's own and the signed-in person's. */
export const mirrorNames: { readonly [side in Side]: string } = {
  device: 'sluis',
  account: 'sluis-account',
};

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

/** What the device keeps under a name, at once: the head needs no more than this. */
export function readPlace(name: string): string | undefined {
  return readCookie(name) ?? tryStorage((storage) => storage.getItem(name)) ?? undefined;
}

/**
 * A first-party cookie, so that a server can read and renew it; localStorage where cookies are
 * refused. Browsers that refuse cookies say nothing, so a write is read back.
 * @param life seconds; without it the cookie ends with the browser session, and localStorage is not
 * used, since that would outlive it
 * @returns false when the device keeps nothing
 */
export function writePlace(name: string, text: string, life?: number): boolean {
  writeCookie(name, `${text}${life ? `; max-age=${life}` : ''}`);
  if (readCookie(name) === text) return true;
  if (!life) return false;
  return tryStorage((storage) => (storage.setItem(name, text), true)) ?? false;
}

function writeCookie(name: string, value: string): void {
  const secure = location.protocol === 'https:' ? '; secure' : '';
  document.cookie = `${name}=${value}; path=/; samesite=lax${secure}`;
}

export function clearPlace(name: string): void {
  writeCookie(name, '; max-age=0');
  tryStorage((storage) => storage.removeItem(name));
}
