import type { Language } from './more-languages.js';
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

async function otherLanguage(language: string): Promise<Language> {
  const { moreLanguages } = await import('./more-languages.js');
  const found = moreLanguages[language];
  if (!found) throw new Error(`no texts in "${language}"`);
  return found;
}

/** The rooms as chunks of the importer's bundle. */
export const moduleRooms: Rooms = {
  desk: () => import('./desk.js'),
  office: () => import('./office.js'),
  banner: async (language) => banners[language]?.() ?? (await otherLanguage(language)).banner(),
  messages: async (language) => texts[language]?.() ?? (await otherLanguage(language)).texts(),
  preferences: () => import('@sluis/ui/preferences'),
  optOut: () => import('@sluis/ui/opt-out'),
  embeds: () => import('./embed-room.js'),
  forms: () => import('./form-room.js'),
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
  rights: () => import('./rights-room.js'),
  signIn: () => import('./sign-in.js'),
  inspect: () => import('./inspect.js'),
  relay: () => import('./relay-room.js'),
  release: () => import('@sluis/gate/release'),
  record: () => import('./record-room.js'),
};
