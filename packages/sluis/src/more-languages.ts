import type { Rooms } from './rooms.js';

export interface Language {
  banner(): ReturnType<Rooms['banner']>;
  texts(): ReturnType<Rooms['messages']>;
}

/** Those that few sites have: a chunk of their own, so that an importer's first script has no list of them. */
export const moreLanguages: { readonly [language: string]: Language } = {
  ar: {
    banner: () => import('sluis:banner/ar'),
    texts: () => import('@sluis/ui/messages/ar'),
  },
  bg: {
    banner: () => import('sluis:banner/bg'),
    texts: () => import('@sluis/ui/messages/bg'),
  },
  cs: {
    banner: () => import('sluis:banner/cs'),
    texts: () => import('@sluis/ui/messages/cs'),
  },
  da: {
    banner: () => import('sluis:banner/da'),
    texts: () => import('@sluis/ui/messages/da'),
  },
  el: {
    banner: () => import('sluis:banner/el'),
    texts: () => import('@sluis/ui/messages/el'),
  },
  es: {
    banner: () => import('sluis:banner/es'),
    texts: () => import('@sluis/ui/messages/es'),
  },
  et: {
    banner: () => import('sluis:banner/et'),
    texts: () => import('@sluis/ui/messages/et'),
  },
  fi: {
    banner: () => import('sluis:banner/fi'),
    texts: () => import('@sluis/ui/messages/fi'),
  },
  fy: {
    banner: () => import('sluis:banner/fy'),
    texts: () => import('@sluis/ui/messages/fy'),
  },
  ga: {
    banner: () => import('sluis:banner/ga'),
    texts: () => import('@sluis/ui/messages/ga'),
  },
  hr: {
    banner: () => import('sluis:banner/hr'),
    texts: () => import('@sluis/ui/messages/hr'),
  },
  hu: {
    banner: () => import('sluis:banner/hu'),
    texts: () => import('@sluis/ui/messages/hu'),
  },
  is: {
    banner: () => import('sluis:banner/is'),
    texts: () => import('@sluis/ui/messages/is'),
  },
  it: {
    banner: () => import('sluis:banner/it'),
    texts: () => import('@sluis/ui/messages/it'),
  },
  lt: {
    banner: () => import('sluis:banner/lt'),
    texts: () => import('@sluis/ui/messages/lt'),
  },
  lv: {
    banner: () => import('sluis:banner/lv'),
    texts: () => import('@sluis/ui/messages/lv'),
  },
  mt: {
    banner: () => import('sluis:banner/mt'),
    texts: () => import('@sluis/ui/messages/mt'),
  },
  nb: {
    banner: () => import('sluis:banner/nb'),
    texts: () => import('@sluis/ui/messages/nb'),
  },
  pl: {
    banner: () => import('sluis:banner/pl'),
    texts: () => import('@sluis/ui/messages/pl'),
  },
  pt: {
    banner: () => import('sluis:banner/pt'),
    texts: () => import('@sluis/ui/messages/pt'),
  },
  ro: {
    banner: () => import('sluis:banner/ro'),
    texts: () => import('@sluis/ui/messages/ro'),
  },
  sk: {
    banner: () => import('sluis:banner/sk'),
    texts: () => import('@sluis/ui/messages/sk'),
  },
  sl: {
    banner: () => import('sluis:banner/sl'),
    texts: () => import('@sluis/ui/messages/sl'),
  },
  sv: {
    banner: () => import('sluis:banner/sv'),
    texts: () => import('@sluis/ui/messages/sv'),
  },
  tr: {
    banner: () => import('sluis:banner/tr'),
    texts: () => import('@sluis/ui/messages/tr'),
  },
  uk: {
    banner: () => import('sluis:banner/uk'),
    texts: () => import('@sluis/ui/messages/uk'),
  },
};
