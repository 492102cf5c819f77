import type { Change } from '@sluis/consent';
import type { ConsentPort, Messages } from '@sluis/ui';
import { attempt } from './attempt.js';
import type { Office } from './office.js';
import type { Page } from './page.js';
import type { Rooms, Surface } from './rooms.js';

export interface Loaders {
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

interface Shown {
  /** Shows it, by what `draw` gives; nothing is thrown. */
  show(name: string, draw: () => Promise<Surface | void>): Promise<void>;
  set(name: string, surface: Surface): void;
  close(name: string): void;
}

/** What is on show. What cannot be drawn may have a mistake of the configuration in it, and the office knows which. */
function createShown(page: Page, office: () => Promise<Office>): Shown {
  const shown = new Map<string, Surface>();
  const failed = async (error: unknown): Promise<never> => {
    await attempt(page, 'office', office());
    throw error;
  };
  return {
    async show(name, draw) {
      const surface = await attempt(page, name, draw().catch(failed));
      if (surface) shown.set(name, surface);
    },
    set: (name, surface) => void shown.set(name, surface),
    close: (name) => shown.get(name)?.close(),
  };
}

/** Fetches a surface and the texts it needs. */
export function loadSurfaces(
  page: Page,
  rooms: Rooms,
  office: () => Promise<Office>,
  port: () => ConsentPort,
): Loaders {
  const { show, set, close } = createShown(page, office);
  const showWithTexts = <T>(
    name: string,
    load: () => Promise<T>,
    draw: (room: T, messages: Messages) => Promise<Surface> | Surface | void,
  ): Promise<void> =>
    show(name, async () => {
      const texts = rooms.messages(port().language);
      const [room, { messages }] = await Promise.all([load(), texts]);
      return draw(room, messages);
    });
  return {
    open: () =>
      showWithTexts('preferences', rooms.preferences, (room, messages) =>
        room.openPreferences(port(), messages),
      ),
    mountOptOut(root) {
      root.setAttribute('data-sluis', 'opt-out');
      let end = (): void => {};
      set('opt-out', {
        close() {
          end();
          root.removeAttribute('data-sluis'); // filled again where it comes back
        },
      });
      return showWithTexts('opt-out', rooms.optOut, (room, messages) => {
        end = room.mountOptOut(root, port(), messages);
      });
    },
    showReopen: () =>
      showWithTexts('reopen', rooms.reopen, (room, { reopen }) => room.showReopen(port(), reopen)),
    notice: (changes) =>
      showWithTexts('notice', rooms.notice, (room, messages) =>
        room.showNotice(port(), messages, changes),
      ),
    placeEmbeds: () =>
      showWithTexts('embeds', rooms.embeds, (room, messages) =>
        room.openEmbeds(page, port(), messages),
      ),
    // The page is left with the answer, so what keeps that is there before.
    fillForms: () =>
      showWithTexts(
        'forms',
        () => office().then(rooms.forms),
        (room, messages) => room.openForms(page, port(), messages),
      ),
    banner: (isWanted) =>
      show('banner', async () => {
        const room = await rooms.banner(port().language);
        return isWanted() ? room.showBanner(port(), room.banner) : undefined;
      }),
    close,
  };
}
