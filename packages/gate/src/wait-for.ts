import type { Ask, Keeper, Realm } from './keeper.js';

/**
 * Makes a call that answers with a promise: at once, later, or not at all, as the verdict is.
 * @param refuse settles the promise of a call that is not made
 */
export type WaitFor = (
  ask: Ask,
  run: () => unknown,
  refuse: (resolve: (value?: unknown) => void, reject: (reason: unknown) => void) => void,
  key?: string,
) => unknown;

/** For the calls of one realm, whose promises are its own. */
export function waitFor({ when }: Pick<Keeper, 'when'>, { Promise }: Realm): WaitFor {
  return (ask, run, refuse, key) =>
    ask() === 'pass'
      ? run()
      : new Promise((resolve, reject) => {
          when(
            ask,
            () => resolve(run()),
            () => refuse(resolve, reject),
            key,
          );
        });
}
