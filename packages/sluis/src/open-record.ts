import { orderOf } from '@sluis/consent';
import { isAllowing, SluisError, type State } from '@sluis/schema';
import { readUnsettled, type Side, type Unsettled } from '@sluis/storage';
import { hasRecord } from './has-record.js';
import type { Page } from './page.js';
import type { Draft, RecordRoom } from './record-room.js';
import type { Rooms } from './rooms.js';
import { writeMirror } from './write-mirror.js';

/** The record room, fetched when it is first needed. */
export type LazyRecord = () => Promise<RecordRoom>;

/**
 * Record and server have what the mirror called unsettled. Nothing is written where the device keeps another
 * mirror by now, or none: another tab has answered since, or signed out (S15).
 */
function settle(page: Page, side: Side): void {
  const { unsettled, ...mirror } = page.mirrors[side] ?? { config: '', state: {} };
  if (!unsettled) return;
  if (page.kept(side)?.unsettled === unsettled) writeMirror(page, side, mirror);
  else page.mirrors[side] = mirror;
}

export function lazyRecord(page: Page, rooms: Rooms): LazyRecord {
  const settled = (): void => {
    settle(page, 'device');
    settle(page, 'account');
  };

  const open = async (): Promise<RecordRoom> => {
    const { openRecordRoom } = await rooms.record();
    return openRecordRoom({
      policy: () => page.policy,
      report: page.report,
      settled,
      hasAccount: () => page.identified || !!page.mirrors.account,
      synced: () => page.emit('synced', undefined),
    });
  };

  let room: Promise<RecordRoom> | undefined;
  return () => (room ??= open());
}

/** The decision of which the page was left before the record had it, made again from the mirror. */
function restoreDraft({ id, method, language, surface }: Unsettled, state: State): Draft {
  const made = orderOf(id);
  const said = Object.entries(state).filter(([, { order }]) => order === made);
  const purposes = Object.fromEntries(
    said.map(([place, { answer, terms }]) => [place.replace('!', ''), { answer, terms }]),
  );
  const at = new Date(said[0]?.[1].at ?? made).toISOString();
  return { id, purposes, method, language, surface: surface || location.hostname, at };
}

/** What the mirror called unsettled as the page began. Who has signed out since is not brought back (S15). */
async function healRecord(page: Page, record: LazyRecord, side: Side): Promise<void> {
  const { unsettled: text = '', state = {} } = page.mirrors[side] ?? {};
  const unsettled = readUnsettled(text);
  if (!unsettled) return;
  const room = await record();
  if (side === 'account' && page.kept(side)?.unsettled !== text) return;
  await room.add(restoreDraft(unsettled, state), side);
}

/**
 * Either store heals the other: what the record lacks is made again from the mirror, and a mirror that
 * was lost comes back from the record before the visitor is asked a second time. Where other hosts write
 * the mirror too, a later withdrawal may be on one of those: only what restricts comes back.
 * @returns did the mirror come back?
 */
export async function healMirror(page: Page, record: LazyRecord): Promise<boolean> {
  try {
    for (const side of ['device', 'account'] as const) await healRecord(page, record, side);
    if (page.mirrors.device || !(await hasRecord())) return false;
    const known = Object.entries(await (await record()).deviceState());
    const isShared = page.policy.scope === 'domain';
    const state = Object.fromEntries(
      known.filter(([, { answer }]) => !isShared || !isAllowing(answer)),
    );
    if (!Object.keys(state).length) return false;
    writeMirror(page, 'device', { state });
    return true;
  } catch (error) {
    page.report(error instanceof SluisError ? error : new SluisError('S01', 'IndexedDB', error));
    return false;
  }
}
