import { allSwitches, type Answers } from '@sluis/consent';
import { closedPolicy, SluisError, validateConfig, type Method, type Policy } from '@sluis/schema';
import { decide } from './decide.js';
import type { TabNews } from './follow-tabs.js';
import { followServiceWorker } from './follow-service-worker.js';
import { keepClean } from './keep-clean.js';
import { healMirror, lazyRecord } from './open-record.js';
import { mayGrant } from './may-grant.js';
import { outgrowsPolicy } from './outgrows-policy.js';
import type { Page } from './page.js';
import type { Rooms } from './rooms.js';
import type { Sluis } from './sluis.js';
import { openSurfaces } from './surfaces.js';
import { writeMirror } from './write-mirror.js';

/** All of the public object that a settled page can do without. */
export interface Desk extends Omit<Sluis, 'allows' | 'on' | 'acceptAll' | 'save'> {
  /** @param may did the visitor press something for it, when it was asked? */
  acceptAll(may: boolean): Promise<boolean>;
  save(answers: Answers, may: boolean): Promise<boolean>;
}

/** A configuration with a mistake holds everything; the page works and the developer is told. */
function isSound(page: Page): boolean {
  try {
    validateConfig(page.config);
    return true;
  } catch (error) {
    page.sound = false;
    page.policy = closedPolicy;
    if (error instanceof SluisError) page.report(error);
    return false;
  }
}

/** Does the configuration tell events by name, or pages by path? Verdicts on hosts are not enough then. */
function isBound({ purposes, sensitivePaths, gate }: Policy): boolean {
  return gate !== 'report' && (!!sensitivePaths.length || purposes.some(({ events }) => events));
}

/**
 * Nothing counts as granted before the catalogue and the bounds are there.
 * @returns were services looked up in the catalogue?
 */
async function prepare(page: Page, rooms: Rooms, apply: () => void): Promise<boolean> {
  if (!isSound(page)) return false;
  const lookedUp = page.policy.catalogued.length > 0;
  if (lookedUp) {
    const { withCatalogue } = await rooms.catalog();
    page.policy = withCatalogue(page.policy);
  }
  if (isBound(page.policy)) (await rooms.bounds()).openBounds(page, apply);
  page.sound = true;
  return lookedUp;
}

/** What was answered under another configuration was validated now: the next page needs only the head. */
function renewMarks(page: Page): void {
  for (const side of ['device', 'account'] as const) {
    const mirror = page.mirrors[side];
    if (page.sound && mirror && mirror.config !== page.configMark) writeMirror(page, side, mirror);
  }
}

/** What gives back waits for the surfaces: nobody has answered yet. */
function fetchRelease({ gate, report }: Page, rooms: Rooms): void {
  if (!gate) return;
  rooms.release().then(
    ({ openRelease }) => gate.releaseBy(openRelease),
    (error: unknown) => report(new SluisError('N03', 'release', error)),
  );
}

/**
 * Everything beyond the gate: validates, decides, keeps the record, shows the surfaces.
 * @param apply lets the gate follow the answers
 */
export async function openDesk(
  page: Page,
  rooms: Rooms,
  apply: () => void,
  tellTabs: (news: TabNews) => void,
): Promise<Desk> {
  const lookedUp = await prepare(page, rooms, apply);
  const record = lazyRecord(page, rooms);
  await healMirror(page, record);
  renewMarks(page);
  const applyEverywhere = (): void => {
    apply();
    tellTabs('changed');
  };
  keepClean(page, rooms, lookedUp, () => surfaces.language());
  const followed = followServiceWorker(page, rooms);
  if (navigator.serviceWorker?.controller) await followed;
  apply();

  const save = async (answers: Answers, method: Method, may: boolean): Promise<boolean> => {
    const choice = { answers, method, language: surfaces.language(), mayGrant: may };
    const isRecorded = await decide(page, record, applyEverywhere, choice);
    if (isRecorded && page.policy.onGrant === 'reload' && outgrowsPolicy(page)) location.reload();
    return isRecorded;
  };
  const history: Desk['history'] = async () => (await record()).history();
  const receipt: Desk['receipt'] = async () => (await record()).receipt();
  const surfaces = openSurfaces(page, rooms, {
    decide: (answers, method) => save(answers, method, mayGrant()),
    history,
    receipt,
  });

  fetchRelease(page, rooms);

  return {
    acceptAll: (may) => save(allSwitches(page.policy, true), 'api', may),
    refuseAll: () => save(allSwitches(page.policy, false), 'api', false),
    save: (answers, may) => save(answers, 'api', may),
    withdraw: (id) => save(id ? { [id]: false } : allSwitches(page.policy, false), 'api', false),
    open: surfaces.open,
    async identify(token) {
      const state = await (await record()).identify(token);
      if (page.policy.purposes.some(({ identified }) => identified)) {
        const { forget } = await rooms.bounds();
        forget(page, page.situation(), { ...page.situation(), identified: true });
      }
      page.identified = true;
      writeMirror(page, 'account', { ...page.mirrors.account, state });
      applyEverywhere();
    },
    async signOut() {
      page.identified = false;
      delete page.mirrors.account;
      page.places.account.clear();
      apply();
      tellTabs('signed-out');
      await (await record()).signOut();
    },
    history,
    receipt,
  };
}
