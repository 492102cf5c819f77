import type { Keeper } from '../keeper.js';
import { concerns, isLive, plainName } from '../parking.js';
import type { Idle } from '../wrap.js';

/** Most attributes are none of ours, and are told by this at once: `setAttribute` is a hot path. */
const maybe = /src|href|sluis|^(data|poster|ping|background)$/i;

const foreign = new Set<unknown>();

/** Remembers names that are none of ours: a look there takes a tenth of the time of a look by pattern. */
export const isForeign: Idle<Partial<Element>> = (self, name) =>
  foreign.has(name) ||
  (name === 'href' && self.localName === 'a') ||
  (typeof name === 'string' &&
    !maybe.test(name) &&
    (foreign.size < 200 ? foreign.add(name) : true));

/** Parks the value, or hands on the one that may be set. */
export type SetAttribute = (
  element: Element | null | undefined,
  name: unknown,
  value: unknown,
  pass: (value: unknown) => unknown,
) => unknown;

export function attributeSetter({ guard, dress, template }: Keeper): SetAttribute {
  return (element, given, value, pass) => {
    if (!element || isForeign(element, given, 1)) return pass(value);
    const name = plainName(given);
    if (/^data-sluis-[ps]/.test(name)) template();
    if (!concerns.test(name)) return pass(value);
    if (name === 'srcdoc') pass(dress(value));
    else if (!isLive(element) || !guard(element, name, value)) pass(value);
    return null;
  };
}
