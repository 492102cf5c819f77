import type { Realm } from './keeper.js';

/** Longest time that a release may keep the page from answering, in milliseconds. */
const slice = 5;

/** Calls back after the next paint; in a hidden tab, which does not paint, soon. */
function afterPaint(realm: Realm, callback: () => void): void {
  let waiting = true;
  const once = (): void => {
    if (waiting) callback();
    waiting = false;
  };
  realm.requestAnimationFrame(() => realm.setTimeout(once));
  realm.setTimeout(once, 100);
}

/** Does the work after the next paint, in slices. Asked again meanwhile, it starts anew when it is through. */
export function createRelease(realm: Realm, work: () => Iterable<unknown>): () => void {
  let state: 'idle' | 'busy' | 'again' = 'idle';

  const pause = (): Promise<unknown> =>
    realm.scheduler?.yield?.() ?? new Promise((resolve) => realm.setTimeout(resolve));

  const run = async (): Promise<void> => {
    let start = performance.now();
    for (const _ of work()) {
      if (performance.now() - start < slice) continue;
      await pause();
      start = performance.now();
    }
    const asked = state === 'again';
    state = 'idle';
    if (asked) request();
  };

  const request = (): void => {
    if (state === 'idle') afterPaint(realm, () => void run());
    state = state === 'idle' ? 'busy' : 'again';
  };
  return request;
}
