import type { Page } from '@playwright/test';
import type { World } from './bank-test.ts';

/** A page of the site without Sluis, where a test plays another version of it. */
export async function openBlank(page: Page, world: World): Promise<void> {
  world.page('/blank', '<!doctype html><title>Blank</title>');
  await page.goto(world.url('/blank'));
}

/** Puts something in the database as another version, or an accident, would have left it. */
export async function writeRecord(page: Page, record: unknown): Promise<void> {
  await page.evaluate(
    (value) =>
      new Promise<void>((done, fail) => {
        const opening = indexedDB.open('sluis');
        opening.onupgradeneeded = () => opening.result.createObjectStore('record');
        opening.addEventListener('error', fail);
        opening.onsuccess = () => {
          const work = opening.result.transaction('record', 'readwrite');
          work.objectStore('record').put(value, 'record');
          work.oncomplete = () => (opening.result.close(), done());
        };
      }),
    record,
  );
}

export function readRecord(page: Page): Promise<unknown> {
  return page.evaluate(
    () =>
      new Promise<unknown>((done) => {
        const opening = indexedDB.open('sluis');
        opening.onsuccess = () => {
          const reading = opening.result.transaction('record').objectStore('record').get('record');
          reading.onsuccess = () => (opening.result.close(), done(reading.result));
        };
      }),
  );
}

/** As version 0.1.0 of 22 November wrote it. */
export const firstRecord = {
  version: 1,
  secret: 'AAAA',
  device: [
    {
      id: '019aabcd-0000-7000-8000-000000000000',
      policy: '',
      purposes: { ads: { answer: 'refused', terms: 'x' } },
      method: 'banner',
      language: 'nl',
      surface: 'www.grachtenbank.example',
      at: new Date(Date.now() - 86_400_000).toISOString(),
    },
  ],
  account: [],
  outbox: [],
  policies: {},
  acknowledgements: {},
};
