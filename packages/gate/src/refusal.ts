import type { Realm } from './keeper.js';

const refusals = new WeakSet<object>();

/** Why a call that answers with a promise was refused: the same as when the network is down. */
export function refusal({ TypeError }: Realm): Error {
  const error = new TypeError('Failed to fetch');
  refusals.add(error);
  return error;
}

export const isRefusal = (reason: unknown): boolean => refusals.has(Object(reason));
