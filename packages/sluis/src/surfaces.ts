import type { Standing } from '@sluis/consent';
import type { Policy } from '@sluis/schema';
import type { ConsentPort } from '@sluis/ui';
import type { Rooms, Surface } from './rooms.js';

/** What the surfaces need of the rest, apart from the language. */
type Desk = Omit<ConsentPort, 'policy' | 'language' | 'open' | 'isAnswered'> & {
  policy(): Policy;
  standing(purpose: string): Standing;
};

type Guard = <T>(what: string, work: Promise<T>) => Promise<T | undefined>;

export interface Surfaces {
  language(): string;
  open(): Promise<void>;
  /** Shows what this page needs, once the record had its chance to answer for a lost mirror. */
  start(healed: Promise<unknown>): void;
}

function whenParsed(then: () => void): void {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', then);
  else then();
}

/** The page's language if it is on offer, with or without its region; else the first on offer. */
function pickLanguage(offered: readonly string[]): string {
  const page = document.documentElement.lang.toLowerCase();
  return offered.find((one) => one === page || page.startsWith(`${one}-`)) ?? offered[0] ?? 'nl';
}

/** Decides which surface is fetched and when. None of it is on the way to the first paint or the first tag. */
export function openSurfaces(rooms: Rooms, guard: Guard, desk: Desk): Surfaces {
  const language = (): string => pickLanguage(desk.policy().languages);
  const isAnswered = (): boolean =>
    desk.policy().purposes.every(({ id }) => desk.standing(id) !== 'open');

  const port = (): ConsentPort => ({
    ...desk,
    policy: desk.policy(),
    language: language(),
    isAnswered,
    open,
  });

  const open = async (): Promise<void> => {
    const both = Promise.all([rooms.preferences(), rooms.messages(language())]);
    const loaded = await guard('preferences', both);
    if (loaded) await loaded[0].openPreferences(port(), loaded[1].messages);
  };

  const mountOptOut = async (root: Element): Promise<void> => {
    const both = Promise.all([rooms.optOut(), rooms.messages(language())]);
    const loaded = await guard('opt-out', both);
    loaded?.[0].mountOptOut(root, port(), loaded[1].messages);
  };

  /** Withdrawing is reachable from every page (R07): by the site's own link, or else by this control. */
  const ensureReopen = async (): Promise<void> => {
    if (document.querySelector('[data-sluis-action=settings]')) return;
    const both = Promise.all([rooms.reopen(), rooms.messages(language())]);
    const loaded = await guard('reopen', both);
    loaded?.[0].showReopen(port(), loaded[1].messages.reopen);
  };

  const ask = async (loading: ReturnType<typeof loadBanner>, healed: Promise<unknown>): Promise<void> => {
    await healed;
    const loaded = await loading;
    if (!loaded || isAnswered()) return whenAnswered();
    const shown: Surface = loaded.showBanner(port(), loaded.banner);
    const stop = desk.onChange(() => {
      if (!isAnswered()) return;
      stop();
      shown.close();
      whenAnswered();
    });
  };

  const loadBanner = (): Promise<Awaited<ReturnType<Rooms['banner']>> | undefined> =>
    guard('banner', rooms.banner(language()));

  const whenAnswered = (): void => {
    if (isAnswered()) void ensureReopen();
  };

  const onClick = (event: Event): void => {
    const target = event.target instanceof Element ? event.target : undefined;
    if (!target?.closest('[data-sluis-action=settings]') || target.closest('[data-sluis]')) return;
    event.preventDefault();
    void open();
  };

  return {
    language,
    open,
    start(healed) {
      document.addEventListener('click', onClick);
      const loading = isAnswered() ? undefined : loadBanner();
      whenParsed(() => {
        const page = document.querySelector('[data-sluis=opt-out]');
        if (page) void mountOptOut(page);
        else if (loading) void ask(loading, healed);
        else whenAnswered();
      });
    },
  };
}
