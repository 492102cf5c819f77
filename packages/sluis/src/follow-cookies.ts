import type { Wrote } from '@sluis/gate';
import { matchesKey, SluisError } from '@sluis/schema';
import type { Page } from './page.js';
import type { Rooms } from './rooms.js';

/** Has the services' own cookies end in time (R54). What does that is fetched at the page's first. */
export function followCookies(page: Page, rooms: Rooms): Wrote {
  let room: Promise<void | Awaited<ReturnType<Rooms['cookieLife']>>> | undefined;
  return (name, cookie, write) => {
    if (!page.gate || !page.policy.services.some(({ cookies }) => matchesKey(cookies, name)))
      return;
    room ??= rooms.cookieLife().catch((error: unknown) => {
      page.report(new SluisError('N03', 'cookie-life', error));
    });
    void room.then((it) => it?.endInTime(page.policy, name, cookie, write));
  };
}
