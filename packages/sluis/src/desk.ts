import { allSwitches, type Answers } from '@sluis/consent';
import { SluisError, validateConfig, type Method, type Policy, type Receipt } from '@sluis/schema';
import { clearPlace, mirrorNames } from '@sluis/storage';
import { decide } from './decide.js';
import type { TabNews } from './follow-tabs.js';
import { followServiceWorker } from './follow-service-worker.js';
import { keepClean } from './keep-clean.js';
import { healMirror, lazyRecord, type LazyRecord } from './open-record.js';
import { mayGrant } from './may-grant.js';
import { outgrowsPolicy } from './outgrows-policy.js';
import type { Page } from './page.js';
import { renew } from './renew.js';
import type { Rooms } from './rooms.js';
import type { Sluis } from './sluis.js';
import { openSurfaces } from './surfaces.js';

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
    page.close();
    if (error instanceof SluisError) page.report(error);
    return false;
  }
}

/** Does the configuration tell events by name, or pages by path? Verdicts on hosts are not enough then. */
function isBound({ purposes, services, sensitivePaths, gate }: Policy): boolean {
  return (
    gate !== 'report' &&
    (!!sensitivePaths.length ||
      purposes.some(({ events }) => events) ||
      services.some((one) => one.googleAnalytics))
  );
}

/**
 * Nothing counts as granted before the catalogue and the bounds are there.
 * @returns were services looked up in the catalogue? Nothing when the configuration has a mistake
 */
async function prepare(page: Page, rooms: Rooms, apply: () => void): Promise<boolean | undefined> {
  if (!isSound(page)) return undefined;
  const lookedUp = page.policy.catalogued.length > 0;
  if (lookedUp) {
    const { withCatalogue } = await rooms.catalog();
    page.policy = withCatalogue(page.policy);
  }
  if (isBound(page.policy)) (await rooms.bounds()).openBounds(page, apply);
  return lookedUp;
}

async function giveReceipt(
  page: Page,
  rooms: Rooms,
  record: LazyRecord,
): Promise<Receipt | undefined> {
  const { receiptOf } = await rooms.receipt();
  return receiptOf(await (await record()).read(), page.policy);
}

/** Without it the services that are relayed stay held. */
async function openRelayRoom(
  page: Page,
  rooms: Rooms,
  record: LazyRecord,
  apply: () => void,
): Promise<void> {
  try {
    const { openRelay } = await rooms.relay();
    openRelay(page, record, apply);
  } catch (error) {
    page.report(new SluisError('N03', 'relay', error));
  }
}

/** What gives back waits for the surfaces: nobody has answered yet. */
async function fetchRelease({ gate, report }: Page, rooms: Rooms): Promise<void> {
  if (!gate) return;
  await rooms.release().then(
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
  const healed = await healMirror(page, record);
  const told = lookedUp === undefined ? [] : await renew(page, rooms, record, healed);
  const applyEverywhere = (): void => {
    apply();
    tellTabs('changed');
  };
  if (page.policy.services.some(({ relay }) => relay))
    await openRelayRoom(page, rooms, record, apply);
  keepClean(page, rooms, !!lookedUp, () => surfaces.language());
  await followServiceWorker(page, rooms);
  apply();

  const save = async (answers: Answers, method: Method, may: boolean): Promise<boolean> => {
    const choice = { answers, method, language: surfaces.language(), mayGrant: may };
    const isRecorded = await decide(page, record, applyEverywhere, choice);
    if (isRecorded && page.policy.onGrant === 'reload' && outgrowsPolicy(page)) location.reload();
    await released; // it ends what is on show
    return isRecorded;
  };
  const kept: Pick<Desk, 'history' | 'receipt'> = {
    history: async () => (await record()).history(),
    receipt: () => giveReceipt(page, rooms, record),
  };
  const surfaces = openSurfaces(page, rooms, {
    ...kept,
    changes: async () => (await rooms.changes()).changesSince(page.policy, await record()),
    decide: (answers, method) => save(answers, method, mayGrant()),
  });
  if (told.length) surfaces.tell(told);
  const released = fetchRelease(page, rooms);

  return {
    acceptAll: (may) => save(allSwitches(page.policy, true), 'api', may),
    refuseAll: () => save(allSwitches(page.policy, false), 'api', false),
    save: (answers, may) => save(answers, 'api', may),
    withdraw: (id) => save(id ? { [id]: false } : allSwitches(page.policy, false), 'api', false),
    open: surfaces.open,
    async identify(token, relation) {
      const { signIn } = await rooms.signIn();
      await signIn(page, rooms, await record(), token, relation);
      applyEverywhere();
    },
    async signOut() {
      page.signOut();
      delete page.token;
      delete page.mirrors.account;
      clearPlace(mirrorNames.account);
      apply();
      tellTabs('signed-out');
      await (await record()).signOut();
    },
    ...kept,
  };
}
