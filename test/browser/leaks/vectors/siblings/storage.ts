import type { Vector } from '../../vector.ts';
import { storage } from '../builders.ts';
import { frame, worker } from '../snippets.ts';
import type { Target } from '../../vector.ts';

const cookie = (t: Target): string => `document.cookie.match('${t.key}')?.[0]`;
const local = (t: Target): string => `localStorage.getItem('${t.key}') ?? undefined`;
const session = (t: Target): string => `sessionStorage.getItem('${t.key}') ?? undefined`;
const database = (t: Target): string =>
  `indexedDB.databases().then((all) => all.find(({ name }) => name === '${t.key}')?.name)`;

/** Writes that are not on the public list. */
export const storageSiblings: readonly Vector[] = [
  storage(
    'cookie of a blank frame',
    (t) => frame(`w.document.cookie = '${t.key}=1; path=/'`),
    cookie,
  ),
  storage(
    "cookie by a blank frame's setter",
    (t) =>
      frame(
        `Object.getOwnPropertyDescriptor(w.Document.prototype, 'cookie').set.call(document, '${t.key}=1; path=/')`,
      ),
    cookie,
  ),
  storage(
    'cookie by lookup',
    (t) => `document.__lookupSetter__('cookie').call(document, '  ${t.key}=1; path=/')`,
    cookie,
  ),
  storage(
    'cookie in a srcdoc',
    (t) =>
      `const f = document.createElement('iframe'); f.srcdoc = "<script>document.cookie = '${t.key}=1; path=/'<\\/script>"; self.fenced = new Promise((done) => (f.onload = done)); document.body.append(f)`,
    cookie,
  ),
  storage(
    'cookieStore, by an object',
    (t) =>
      `self.fenced = Promise.race([cookieStore.set({ name: '${t.key}', value: '1' }), fetch('/fence')])`,
    cookie,
  ),
  storage('localStorage, named property', (t) => `localStorage['${t.key}'] = '1'`, local),
  storage(
    'localStorage, defineProperty',
    (t) => `Object.defineProperty(localStorage, '${t.key}', { value: '1' })`,
    local,
  ),
  storage('localStorage, Reflect.set', (t) => `Reflect.set(localStorage, '${t.key}', '1')`, local),
  storage(
    'localStorage, Object.assign',
    (t) => `Object.assign(localStorage, { '${t.key}': '1' })`,
    local,
  ),
  storage(
    'localStorage through the prototype',
    (t) => `Storage.prototype.setItem.call(localStorage, '${t.key}', '1')`,
    local,
  ),
  storage(
    'localStorage of a blank frame',
    (t) => frame(`w.localStorage.setItem('${t.key}', '1')`),
    local,
  ),
  storage('sessionStorage, named property', (t) => `sessionStorage.${t.key} = '1'`, session),
  storage(
    'sessionStorage of a blank frame',
    (t) => frame(`w.sessionStorage.setItem('${t.key}', '1')`),
    session,
  ),
  storage(
    'indexedDB through the prototype',
    (t) => `self.kept = IDBFactory.prototype.open.call(indexedDB, '${t.key}')`,
    database,
  ),
  storage(
    'indexedDB of a blank frame',
    (t) => frame(`self.kept = w.indexedDB.open('${t.key}')`),
    database,
  ),
  storage('indexedDB of a blob worker', (t) => worker(`indexedDB.open('${t.key}')`), database),
  storage(
    'caches',
    (t) =>
      `self.fenced = Promise.race([caches.open('${t.key}'), new Promise((done) => setTimeout(done, 300))])`,
    (t) => `caches.has('${t.key}').then((has) => has || undefined)`,
  ),
];
