import { refusesService, type Change } from '@sluis/consent';
import { SluisError } from '@sluis/schema';
import type { ConsentPort, Messages } from '@sluis/ui';
import { followLanguage } from './follow-language.js';
import type { Page } from './page.js';
import { whenParsed } from './when-parsed.js';
import type { Rooms, Surface } from './rooms.js';

/** What a surface can do, apart from looking. */
type Desk = Pick<ConsentPort, 'decide' | 'history' | 'receipt' | 'changes'>;

export interface Surfaces {
  language(): string;
  /** Shows once what has changed and needs no answer. */
  tell(changes: readonly Change[]): void;
  open(): Promise<void>;
}

async function attempt<T>(page: Page, what: string, work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    page.report(error instanceof SluisError ? error : new SluisError('N03', what, error));
    return undefined;
  }
}

/** The page's language if it is on offer, with or without its region; else the first on offer. */
function pickLanguage(offered: readonly string[]): string {
  const page = document.documentElement.lang.toLowerCase();
  return offered.find((one) => one === page || page.startsWith(`${one}-`)) ?? offered[0] ?? 'nl';
}

interface Loaders {
  open(): Promise<void>;
  mountOptOut(root: Element): Promise<void>;
  showReopen(): Promise<void>;
  notice(changes: readonly Change[]): Promise<void>;
  placeEmbeds(): Promise<void>;
  fillForms(): Promise<void>;
  /** Nothing where `isWanted` says no by the time that it has loaded. */
  banner(isWanted: () => boolean): Promise<void>;
  close(surface: string): void;
}

/** Fetches a surface and the texts it needs; what does not load is told and leaves the page as it is. */
function loadSurfaces(page: Page, rooms: Rooms, port: () => ConsentPort): Loaders {
  const shown = new Map<string, Surface | undefined>();
  const withTexts = <T>(what: string, room: Promise<T>): Promise<[T, Messages] | undefined> => {
    const texts = rooms.messages(port().language).then(({ messages }) => messages);
    return attempt(page, what, Promise.all([room, texts]));
  };
  return {
    async open() {
      const loaded = await withTexts('preferences', rooms.preferences());
      shown.set('preferences', await loaded?.[0].openPreferences(port(), loaded[1]));
    },
    async mountOptOut(root) {
      root.setAttribute('data-sluis', 'opt-out');
      const loaded = await withTexts('opt-out', rooms.optOut());
      const end = loaded?.[0].mountOptOut(root, port(), loaded[1]);
      shown.set('opt-out', end && { close: end });
    },
    async showReopen() {
      const loaded = await withTexts('reopen', rooms.reopen());
      shown.set('reopen', loaded?.[0].showReopen(port(), loaded[1].reopen));
    },
    async notice(changes) {
      const loaded = await withTexts('notice', rooms.notice());
      loaded?.[0].showNotice(port(), loaded[1], changes);
    },
    async placeEmbeds() {
      const loaded = await withTexts('embeds', rooms.embeds());
      loaded?.[0].openEmbeds(page, port(), loaded[1]);
    },
    async fillForms() {
      const loaded = await withTexts('forms', rooms.forms());
      loaded?.[0].openForms(page, port(), loaded[1]);
    },
    async banner(isWanted) {
      const loaded = await attempt(page, 'banner', rooms.banner(port().language));
      if (loaded && isWanted()) shown.set('banner', loaded.showBanner(port(), loaded.banner));
    },
    close: (surface) => shown.get(surface)?.close(),
  };
}

/** What a surface sees of the page. */
function portOf(
  page: Page,
  rooms: Rooms,
  desk: Desk,
  {
    language,
    cleanedUp,
    open,
  }: { language: string; cleanedUp: () => string; open(): Promise<void> },
): ConsentPort {
  return {
    ...desk,
    policy: page.policy,
    language,
    cleanedUp,
    open,
    standing: page.standing,
    isSignalled: (id) => !!page.situation().signal && !!page.find(id)?.sharing,
    isRestricted: (id) => page.situation().state[`!${id}`]?.answer === 'restricted',
    isRefused: (id) => refusesService(id, page.policy, page.situation().state),
    isAnswered: page.isAnswered,
    isIdentified: () => page.identified,
    takesRequests: () => page.identified && !!page.policy.backend,
    request: (right, purpose) =>
      attempt(
        page,
        'rights',
        rooms.rights().then((room) => room.request(page, right, purpose)),
      ),
    changes: async () => (await attempt(page, 'changes', desk.changes())) ?? [],
    async device() {
      const found = rooms.cleanUp().then(({ onDevice }) => onDevice(page.policy));
      return (await attempt(page, 'clean-up', found)) ?? [];
    },
    onChange(callback) {
      // The history has an answer a moment after it counts.
      const stops = (['change', 'decision', 'cleanup'] as const).map((event) =>
        page.on(event, callback),
      );
      return () => stops.forEach((stop) => stop());
    },
  };
}

/** What the page itself has for us: held frames, and our elements. */
function fillElements({ placeEmbeds, showReopen, fillForms }: Loaders): void {
  const places = {
    'iframe[data-sluis-src],sluis-embed,sluis-recorded': placeEmbeds,
    'sluis-settings': showReopen,
    'sluis-consent': fillForms,
  };
  for (const [selector, fill] of Object.entries(places))
    if (document.querySelector(selector)) void fill();
}

/** Decides which surface is fetched and when. None of it is on the way to the first paint or the first tag. */
export function openSurfaces(page: Page, rooms: Rooms, desk: Desk): Surfaces {
  const language = (): string => pickLanguage(page.policy.languages);

  let cleanedUp = '';
  page.on('cleanup', ({ sentence }) => (cleanedUp = sentence));

  const load = loadSurfaces(page, rooms, () =>
    portOf(page, rooms, desk, {
      language: language(),
      cleanedUp: () => cleanedUp,
      open: () => load.open(),
    }),
  );

  /** Withdrawing is reachable from every page (R07): by the site's own link, or else by this control. */
  const ensureReopen = (): void => {
    if (!document.querySelector('[data-sluis-action=settings]')) void load.showReopen();
  };
  const isOptOut = (): boolean => !!document.querySelector('sluis-opt-out');
  const ask = (): Promise<void> => load.banner(() => !page.isAnswered() && !isOptOut());
  /** @param which attribute by which the element is known; the one before it is gone, or says it anew */
  const fillOptOut = async (which: string): Promise<void> => {
    const root = document.querySelector(`sluis-opt-out${which}`);
    if (!root) return;
    load.close('opt-out');
    load.close('banner');
    await load.mountOptOut(root);
  };

  const fillMarked = (): void => {
    fillElements(load);
    void fillOptOut(':not([data-sluis])');
  };

  /** What is on show says it again in the page's new language (R67). */
  const again: { readonly [surface: string]: () => Promise<void> } = {
    banner: ask,
    preferences: load.open,
    reopen: load.showReopen,
    'opt-out': () => fillOptOut('[data-sluis]'),
  };
  followLanguage(language, () => {
    for (const [surface, show] of Object.entries(again)) {
      if (!document.querySelector(`[data-sluis=${surface}]`)) continue;
      load.close(surface);
      void show();
    }
    fillMarked();
  });

  page.lookAround = fillMarked;
  whenParsed(() => {
    fillMarked();
    if (isOptOut() || page.policy.banner === 'none') return;
    page.on('change', () => {
      if (!page.isAnswered()) return;
      load.close('banner');
      ensureReopen();
    });
    if (page.isAnswered()) ensureReopen();
    else void ask().then(() => page.isAnswered() && ensureReopen());
  });

  return {
    language,
    open: load.open,
    tell: (changes) => whenParsed(() => void load.notice(changes)),
  };
}
