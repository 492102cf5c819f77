import { refusalKey } from './own-keys.js';
import type { Page } from './page.js';

/** Storage that the browser refuses keeps nothing: then a page that is left too soon asks again. */
function tryStorage<T>(use: (storage: Storage) => T): T | undefined {
  try {
    return use(sessionStorage);
  } catch {
    return undefined;
  }
}

/**
 * Notes that the banner was refused, so that the next page carries it out where this one is left before the
 * office is there (R12). Only that: any script can write this note, and it must not grant anything.
 */
export function keepRefusal({ configMark }: Page): void {
  tryStorage((storage) => storage.setItem(refusalKey, configMark));
}

/** Was the banner refused without anything coming of it? That of another configuration was another question. */
export function hasRefusal({ configMark }: Page): boolean {
  return tryStorage((storage) => storage.getItem(refusalKey)) === configMark;
}

/** It is carried out, or an answer has come since. */
export function dropRefusal(): void {
  tryStorage((storage) => storage.removeItem(refusalKey));
}
