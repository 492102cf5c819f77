/** A small text under a name, readable at once. */
export interface MirrorPlace {
  read(): string | undefined;
  /** @returns false when the device keeps nothing */
  write(text: string): boolean;
  clear(): void;
}

function tryStorage<T>(use: (storage: Storage) => T): T | undefined {
  try {
    return use(localStorage);
  } catch {
    return undefined; // refused by the browser's settings, or over quota
  }
}

/**
 * A first-party cookie, so that a server can read and renew it; localStorage where cookies are
 * refused. Browsers that refuse cookies say nothing, so a write is read back.
 * @param life seconds; without it the cookie ends with the browser session, and localStorage is not
 * used, since that would outlive it
 */
export function mirrorPlace(name: string, life?: number): MirrorPlace {
  const attributes = `; path=/; samesite=lax${location.protocol === 'https:' ? '; secure' : ''}`;
  const readCookie = (): string | undefined =>
    document.cookie
      .split('; ')
      .find((pair) => pair.startsWith(`${name}=`))
      ?.slice(name.length + 1);

  return {
    read: () => readCookie() ?? tryStorage((storage) => storage.getItem(name)) ?? undefined,
    write(text) {
      document.cookie = `${name}=${text}${life ? `; max-age=${life}` : ''}${attributes}`;
      if (readCookie() === text) return true;
      if (!life) return false;
      return tryStorage((storage) => (storage.setItem(name, text), true)) ?? false;
    },
    clear() {
      document.cookie = `${name}=; max-age=0${attributes}`;
      tryStorage((storage) => storage.removeItem(name));
    },
  };
}
