import { SluisError } from '@sluis/schema';
import type { Page } from './page.js';
import type { Rooms } from './rooms.js';

async function follow(page: Page, rooms: Rooms): Promise<void> {
  if (!page.sound || !(page.policy.serviceWorker ?? navigator.serviceWorker?.controller)) return;
  const report = (error: unknown): void =>
    page.report(new SluisError('N03', 'service-worker', error));
  try {
    const { tellServiceWorker } = await rooms.serviceWorker();
    tellServiceWorker(page).catch(report);
    page.on('change', () => void tellServiceWorker(page).catch(report));
  } catch (error) {
    report(error);
  }
}

/**
 * Tells the service worker how things stand, if there is one or is to be one.
 * @returns where one is in control, once the code for that is there: a release does not overtake the next news
 */
export function followServiceWorker(page: Page, rooms: Rooms): Promise<void> | undefined {
  const followed = follow(page, rooms);
  return navigator.serviceWorker?.controller ? followed : undefined;
}
