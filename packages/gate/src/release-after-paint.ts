import type { Realm } from './keeper.js';

/** Longest time that a release may keep the page from answering, in milliseconds. */
export const slice = 5;

/** Does the work after the next paint (in a hidden tab, which does not paint, soon), in slices. */
export function releaseAfterPaint(realm: Realm, work: () => Iterable<unknown>): void {
  const { setTimeout, scheduler } = realm;
  const run = async (): Promise<void> => {
    let start = performance.now();
    for (const _ of work()) {
      if (performance.now() - start < slice) continue;
      await (scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve)));
      start = performance.now();
    }
  };
  if (realm.document.hidden) setTimeout(run);
  else realm.requestAnimationFrame(() => setTimeout(run));
}
