import { refusesService, type Change } from '@sluis/consent';
import { SluisError } from '@sluis/schema';
import type { ConsentPort, Messages } from '@sluis/ui';
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
    page.report(new SluisError('N03', what, error));
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
  banner(): Promise<{ show(): Surface } | undefined>;
}

/** Fetches a surface and the texts it needs; what does not load is told and leaves the page as it is. */
function loadSurfaces(page: Page, rooms: Rooms, port: () => ConsentPort): Loaders {
  const withTexts = <T>(what: string, room: Promise<T>): Promise<[T, Messages] | undefined> => {
    const texts = rooms.messages(port().language).then(({ messages }) => messages);
    return attempt(page, what, Promise.all([room, texts]));
  };
  return {
    async open() {
      const loaded = await withTexts('preferences', rooms.preferences());
      loaded?.[0].openPreferences(port(), loaded[1]);
    },
    async mountOptOut(root) {
      const loaded = await withTexts('opt-out', rooms.optOut());
      loaded?.[0].mountOptOut(root, port(), loaded[1]);
    },
    async showReopen() {
      const loaded = await withTexts('reopen', rooms.reopen());
      loaded?.[0].showReopen(port(), loaded[1].reopen);
    },
    async notice(changes) {
      const loaded = await withTexts('notice', rooms.notice());
      loaded?.[0].showNotice(port(), loaded[1], changes);
    },
    async banner() {
      const loaded = await attempt(page, 'banner', rooms.banner(port().language));
      return loaded && { show: () => loaded.showBanner(port(), loaded.banner) };
    },
  };
}

/** Decides which surface is fetched and when. None of it is on the way to the first paint or the first tag. */
export function openSurfaces(page: Page, rooms: Rooms, desk: Desk): Surfaces {
  const language = (): string => pickLanguage(page.policy.languages);

  let cleanedUp = '';
  page.on('cleanup', ({ sentence }) => (cleanedUp = sentence));

  const load = loadSurfaces(page, rooms, () => ({
    ...desk,
    policy: page.policy,
    language: language(),
    standing: page.standing,
    isSignalled: (id) => !!page.situation().signal && !!page.find(id)?.sharing,
    isRestricted: (id) => page.situation().state[`!${id}`]?.answer === 'restricted',
    isRefused: (id) => refusesService(id, page.policy, page.situation().state),
    isAnswered: page.isAnswered,
    isIdentified: () => page.identified,
    changes: async () => (await attempt(page, 'changes', desk.changes())) ?? [],
    async device() {
      const found = rooms.cleanUp().then(({ onDevice }) => onDevice(page.policy));
      return (await attempt(page, 'clean-up', found)) ?? [];
    },
    cleanedUp: () => cleanedUp,
    onChange(callback) {
      const stops = [page.on('change', callback), page.on('cleanup', callback)];
      return () => stops.forEach((stop) => stop());
    },
    open: load.open,
  }));

  /** Withdrawing is reachable from every page (R07): by the site's own link, or else by this control. */
  const ensureReopen = (): void => {
    if (!document.querySelector('[data-sluis-action=settings]')) void load.showReopen();
  };

  const ask = async (): Promise<void> => {
    const banner = await load.banner();
    if (page.isAnswered()) return ensureReopen();
    const shown = banner?.show();
    const stop = page.on('change', () => {
      if (!page.isAnswered()) return;
      stop();
      shown?.close();
      ensureReopen();
    });
  };

  whenParsed(() => {
    const root = document.querySelector('[data-sluis=opt-out]');
    if (root) void load.mountOptOut(root);
    else if (page.isAnswered()) ensureReopen();
    else void ask();
  });

  return {
    language,
    open: load.open,
    tell: (changes) => whenParsed(() => void load.notice(changes)),
  };
}
