import { storage } from './builders.ts';
import type { Vector } from '../vector.ts';

/** Writes of ids to the device. */
export const storageVectors: readonly Vector[] = [
  storage(
    'document.cookie',
    (t) => `document.cookie = '${t.key}=1; path=/'`,
    (t) => `document.cookie.match('${t.key}')?.[0]`,
  ),
  storage(
    'cookie through the prototype',
    (t) =>
      `Object.getOwnPropertyDescriptor(Document.prototype, 'cookie').set.call(document, '${t.key}=1; path=/')`,
    (t) => `document.cookie.match('${t.key}')?.[0]`,
  ),
  storage(
    'cookieStore',
    (t) => `self.fenced = Promise.race([cookieStore.set('${t.key}', '1'), fetch('/fence')])`,
    (t) => `cookieStore.get('${t.key}').then((one) => one?.value)`,
  ),
  storage(
    'localStorage',
    (t) => `localStorage.setItem('${t.key}', '1')`,
    (t) => `localStorage.getItem('${t.key}') ?? undefined`,
  ),
  storage(
    'sessionStorage',
    (t) => `sessionStorage.setItem('${t.key}', '1')`,
    (t) => `sessionStorage.getItem('${t.key}') ?? undefined`,
  ),
  storage(
    'indexedDB',
    (t) =>
      `self.kept = indexedDB.open('${t.key}'); kept.onupgradeneeded = () => kept.result.createObjectStore('s')`,
    (t) => `indexedDB.databases().then((all) => all.find(({ name }) => name === '${t.key}')?.name)`,
  ),
];
