import { allSwitches } from '@sluis/consent';
import { SluisError } from '@sluis/schema';
import { attempt } from './attempt.js';
import type { TabNews } from './follow-tabs.js';
import { dropRefusal, hasRefusal } from './kept-refusal.js';
import type { Office } from './office.js';
import type { Page } from './page.js';
import type { Rooms } from './rooms.js';
import { openSurfaces } from './surfaces.js';
import { waitsForAnswer } from './waits-for-answer.js';

/** What meets the visitor. Whatever decides or keeps is the office's, behind it. */
export interface Desk {
  /** Opens the preferences. */
  open(): Promise<void>;
  office(): Promise<Office>;
}

/** Carries out a refusal that the last page was left with (R12). */
async function refuseAsSaid(page: Page, office: () => Promise<Office>): Promise<void> {
  if (!hasRefusal(page)) return;
  const refuse = async (room: Office): Promise<void> => {
    dropRefusal();
    await room.save(allSwitches(page.policy, false), false, 'banner');
  };
  await attempt(page, 'office', office().then(refuse));
}

/**
 * Shows the surfaces. Where nothing is to be done before somebody answers, the office is fetched when an
 * answer comes near; else it goes first.
 * @param apply lets the gate follow the answers
 */
export async function openDesk(
  page: Page,
  rooms: Rooms,
  apply: () => void,
  tellTabs: (news: TabNews) => void,
): Promise<Desk> {
  let opened: Promise<Office> | undefined;
  const open = async (): Promise<Office> => {
    const room = await rooms.office().catch((error: unknown) => {
      throw new SluisError('N03', 'office', error);
    });
    return room.openOffice(page, rooms, { apply, tellTabs, language: surfaces.language });
  };
  const office = (): Promise<Office> => {
    opened ??= open();
    opened.catch(() => (opened = undefined)); // the next call tries again
    return opened;
  };
  const surfaces = openSurfaces(page, rooms, office);
  if (await waitsForAnswer(page)) {
    await refuseAsSaid(page, office);
    surfaces.show([]);
  } else {
    dropRefusal(); // an answer has come since
    surfaces.show((await office()).told);
  }
  return { open: surfaces.open, office };
}
