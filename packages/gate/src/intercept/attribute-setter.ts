import type { Keeper } from '../keeper.js';
import { concerns, isLive, plainName, telling } from '../parking.js';
import { readOnce } from '../read-once.js';
import type { Idle } from '../wrap.js';

/** Most attributes are none of ours, and are told by this at once: `setAttribute` is a hot path. */
const maybe = /src|href|sluis|^(data|poster|ping|background|rel)$/i;

const foreign = new Set<unknown>();

/** Remembers names that are none of ours: a look there takes a tenth of the time of a look by pattern. */
export const isForeign: Idle<Partial<Element>> = (self, name) =>
  foreign.has(name) ||
  ((name === 'href' || name === 'rel') && self.localName === 'a') ||
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

export function attributeSetter({ guard, inspect, dress, template }: Keeper): SetAttribute {
  return (element, given, asked, pass) => {
    if (!element || isForeign(element, given, 1)) return pass(asked);
    const value = readOnce([asked]);
    const name = plainName(given);
    if (/^data-sluis-[ps]/.test(name)) template();
    if (name === 'rel') {
      // What only told may fetch from here on.
      if (isLive(element) && !telling.test(String(value))) {
        element.removeAttribute(name);
        inspect(element);
      }
      return pass(value);
    }
    if (!concerns.test(name)) return pass(value);
    if (!isLive(element) || !guard(element, name, value)) pass(dress(element, name, value));
    return null;
  };
}
