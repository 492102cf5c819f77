import type { Change } from '@sluis/consent';
import { fillMarked } from './fill-marked.js';
import { followLanguage } from './follow-language.js';
import { isThere } from './is-there.js';
import { loadSurfaces, type Loaders } from './load-surfaces.js';
import type { Office } from './office.js';
import type { Page } from './page.js';
import type { Rooms } from './rooms.js';
import { surfacePort } from './surface-port.js';
import { whenParsed } from './when-parsed.js';

export interface Surfaces {
  language(): string;
  /** @param told changes that need no answer, to be shown once */
  show(told: readonly Change[]): void;
  /** Opens the preferences. */
  open(): Promise<void>;
}

/** The page's language if it is on offer, with or without its region; else the first on offer. */
function pickLanguage(offered: readonly string[]): string {
  const page = document.documentElement.lang.toLowerCase();
  return offered.find((one) => one === page || page.startsWith(`${one}-`)) ?? offered[0] ?? 'nl';
}

/** How each surface is shown. */
interface Showing {
  readonly [surface: string]: () => Promise<void>;
}

/** What is on show says it again in the page's new language (R67). */
function sayAgain(load: Loaders, showing: Showing): void {
  for (const [surface, show] of Object.entries(showing)) {
    if (!isThere(`[data-sluis=${surface}]`)) continue;
    load.close(surface);
    void show();
  }
}

/** Withdrawing is reachable from every page (R07): by the site's own link, or else by this control. */
function ensureReopen(load: Loaders): void {
  if (!isThere('[data-sluis-action=settings]')) void load.showReopen();
}

/** Decides which surface is fetched and when. None of it is on the way to the first paint or the first tag. */
export function openSurfaces(page: Page, rooms: Rooms, office: () => Promise<Office>): Surfaces {
  const language = (): string => pickLanguage(page.policy.languages);

  let cleanedUp = '';
  page.on('cleanup', ({ sentence }) => (cleanedUp = sentence));

  const load = loadSurfaces(page, rooms, office, () =>
    surfacePort(page, rooms, office, {
      language: language(),
      cleanedUp: () => cleanedUp,
      open: () => load.open(),
      askAgain: () => void ask(),
    }),
  );

  /** The opt-out page says all that we have to say; a site's own banner too. */
  const isQuiet = (): boolean => page.policy.banner === 'none' || isThere('sluis-opt-out');
  const ask = async (): Promise<void> => {
    const isWanted = (): boolean => !page.isAnswered() && !isQuiet();
    if (isWanted()) await load.banner(isWanted);
  };
  /** Asks what is open, and has the way back there once nothing is. */
  const meet = async (): Promise<void> => {
    await ask();
    if (page.isAnswered() && !isQuiet()) ensureReopen(load);
  };
  const marked = fillMarked(load, () => page.gate?.frames() ?? [], meet);
  const showing: Showing = {
    banner: ask,
    preferences: load.open,
    reopen: load.showReopen,
    'opt-out': () => marked.optOut('[data-sluis]'),
  };

  return {
    language,
    open: load.open,
    show(told) {
      followLanguage(language, () => {
        sayAgain(load, showing);
        marked.all();
      });
      page.lookAround = marked.all;
      whenParsed(() => {
        marked.all();
        if (told.length) void load.notice(told);
        page.on('change', () => {
          if (!page.isAnswered() || isQuiet()) return;
          load.close('banner');
          ensureReopen(load);
        });
        void meet();
      });
    },
  };
}
