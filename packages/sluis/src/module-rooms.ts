import type { Rooms } from './rooms.js';

const banners: { readonly [language: string]: () => ReturnType<Rooms['banner']> } = {
  nl: () => import('sluis:banner/nl'),
  fr: () => import('sluis:banner/fr'),
  de: () => import('sluis:banner/de'),
  en: () => import('sluis:banner/en'),
};

const texts: { readonly [language: string]: () => ReturnType<Rooms['messages']> } = {
  nl: () => import('@sluis/ui/messages/nl'),
  fr: () => import('@sluis/ui/messages/fr'),
  de: () => import('@sluis/ui/messages/de'),
  en: () => import('@sluis/ui/messages/en'),
};

function inLanguage<T>(
  loaders: { readonly [language: string]: () => Promise<T> },
  language: string,
): Promise<T> {
  const load = loaders[language];
  return load ? load() : Promise.reject(new Error(`no texts in "${language}"`));
}

/** The rooms as chunks of the importer's bundle. */
export const moduleRooms: Rooms = {
  desk: () => import('./desk.js'),
  banner: (language) => inLanguage(banners, language),
  messages: (language) => inLanguage(texts, language),
  preferences: () => import('@sluis/ui/preferences'),
  optOut: () => import('@sluis/ui/opt-out'),
  reopen: () => import('@sluis/ui/reopen'),
  cleanUp: () => import('./clean-up-room.js'),
  catalog: () => import('@sluis/catalog'),
  serviceWorker: () => import('./service-worker-room.js'),
  templates: () => import('./template-room.js'),
  workers: () => import('./worker-room.js'),
  bounds: () => import('./bounds.js'),
  cookieLife: () => import('./cookie-life.js'),
  import: () => import('./import-answers.js'),
  changes: () => import('./changes-room.js'),
  receipt: () => import('./receipt-of.js'),
  notice: () => import('@sluis/ui/notice'),
  signIn: () => import('./sign-in.js'),
  inspect: () => import('./inspect.js'),
  release: () => import('@sluis/gate/release'),
  record: () => import('./record-room.js'),
};
