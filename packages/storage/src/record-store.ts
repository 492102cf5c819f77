import { SluisError } from '@sluis/schema';
import { createStore, get, update, type UseStore } from 'idb-keyval';
import { parseRecord, type StoredRecord } from './stored-record.js';

/** The record, wherever it is to be had: IndexedDB, or this page's memory when that fails. */
export interface RecordStore {
  read(): Promise<StoredRecord>;
  /** One transaction: reads, applies the step, writes. */
  change(step: (record: StoredRecord) => StoredRecord): Promise<StoredRecord>;
}

const name = 'sluis';
const key = 'record';

/** An open that is blocked by another tab neither fails nor succeeds. Milliseconds. */
const patience = 3000;

function inTime<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('timeout')), patience);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Starts from nothing, loses everything with the page. */
function memoryStore(): RecordStore {
  let record = parseRecord(undefined);
  return {
    read: () => Promise.resolve(record),
    change: (step) => Promise.resolve((record = step(record))),
  };
}

/** Reading must not create: before an answer there is no database of ours on the device (S01). */
async function isThere(): Promise<boolean> {
  const databases = await indexedDB.databases?.();
  return !databases || databases.some((database) => database.name === name);
}

function databaseStore(): RecordStore {
  let opened: UseStore | undefined;
  const open = (): UseStore => (opened ??= createStore(name, 'record'));
  return {
    async read() {
      if (!(await inTime(isThere()))) return parseRecord(undefined);
      return parseRecord(await inTime(get(key, open())));
    },
    async change(step) {
      let changed: StoredRecord | undefined;
      await inTime(update(key, (old) => (changed = step(parseRecord(old))), open()));
      return changed ?? this.read();
    },
  };
}

/**
 * @param onFailure told once, with S01, when IndexedDB is refused, blocked or full; from then on the
 * page's memory serves and the mirror alone outlives the page
 */
export function openRecord(onFailure: (error: SluisError) => void): RecordStore {
  let current: RecordStore | undefined;
  let fallenBack = false;

  const attempt = async <T>(use: (store: RecordStore) => Promise<T>): Promise<T> => {
    try {
      current ??= databaseStore();
      return await use(current);
    } catch (error) {
      if (fallenBack) throw error;
      fallenBack = true;
      current = memoryStore();
      onFailure(new SluisError('S01', 'IndexedDB', error));
      return use(current);
    }
  };

  return {
    read: () => attempt((store) => store.read()),
    change: (step) => attempt((store) => store.change(step)),
  };
}
