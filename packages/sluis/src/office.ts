import { allSwitches, type Answers, type Change } from '@sluis/consent';
import { SluisError, validateConfig, type Method, type Receipt } from '@sluis/schema';
import { clearPlace, mirrorNames } from '@sluis/storage';
import { decide } from './decide.js';
import { isBound } from './is-bound.js';
import type { TabNews } from './follow-tabs.js';
import { followServiceWorker } from './follow-service-worker.js';
import { keepClean } from './keep-clean.js';
import { healMirror, lazyRecord, type LazyRecord } from './open-record.js';
import { outgrowsPolicy } from './outgrows-policy.js';
import type { Page } from './page.js';
import { renew } from './renew.js';
import type { Rooms } from './rooms.js';
import type { Sluis } from './sluis.js';

/** All of the public object that decides and keeps, with what the surfaces need of that. */
export interface Office extends Omit<Sluis, 'allows' | 'on' | 'open' | 'acceptAll' | 'save'> {
  /** @param may did the visitor press something for it, when it was asked? */
  acceptAll(may: boolean): Promise<boolean>;
  save(answers: Answers, may: boolean, method?: Method): Promise<boolean>;
  /** What has changed since the last answer. */
  changes(): Promise<readonly Change[]>;
  /** What the person is to be told of changes that need no answer. */
  readonly told: readonly Change[];
}

/** What the office asks of the page around it. */
export interface OfficePort {
  /** Lets the gate follow the answers. */
  apply(): void;
  tellTabs(news: TabNews): void;
  /** Language tag of the surfaces. */
  language(): string;
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

/** By which what was held is given back. */
async function fetchRelease({ gate, report }: Page, rooms: Rooms): Promise<void> {
  if (!gate) return;
  await rooms.release().then(
    ({ openRelease }) => gate.releaseBy(openRelease),
    (error: unknown) => report(new SluisError('N03', 'release', error)),
  );
}

/** Validates, decides, keeps the record: all that has to be there once somebody answers or has answered. */
export async function openOffice(
  page: Page,
  rooms: Rooms,
  { apply, tellTabs, language }: OfficePort,
): Promise<Office> {
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
  keepClean(page, rooms, !!lookedUp, language);
  await followServiceWorker(page, rooms);
  apply();
  const released = fetchRelease(page, rooms);

  const save = async (answers: Answers, may: boolean, method: Method = 'api'): Promise<boolean> => {
    const choice = { answers, method, language: language(), mayGrant: may };
    const isRecorded = await decide(page, record, applyEverywhere, choice);
    if (isRecorded && page.policy.onGrant === 'reload' && outgrowsPolicy(page)) location.reload();
    await released; // it ends what is on show
    return isRecorded;
  };

  return {
    told,
    acceptAll: (may) => save(allSwitches(page.policy, true), may),
    refuseAll: () => save(allSwitches(page.policy, false), false),
    save,
    withdraw: (id) => save(id ? { [id]: false } : allSwitches(page.policy, false), false),
    history: async () => (await record()).history(),
    receipt: () => giveReceipt(page, rooms, record),
    changes: async () => (await rooms.changes()).changesSince(page.policy, await record()),
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
  };
}
