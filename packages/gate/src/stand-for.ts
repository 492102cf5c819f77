import type { Ask, Core, Realm } from './keeper.js';
import { standIn } from './stand-in.js';

/**
 * Makes something that connects or opens: at once, or behind a stand-in that becomes it.
 * @param face the constructor of what the page expects
 */
export type StandFor = (ask: Ask, make: () => unknown, face: unknown, url?: string) => unknown;

export function standFor({ when }: Pick<Core, 'when'>, { EventTarget }: Realm): StandFor {
  return (ask, make, face, url = '') => {
    if (ask() === 'pass') return make();
    const stand = standIn(new EventTarget(), Object(face).prototype, url);
    when(ask, () => stand.become(make() as EventTarget), stand.fail);
    return stand.face;
  };
}
