import type { Keeper } from '../keeper.js';
import { concerns, isLive, plainName } from '../parking.js';

/** Most attributes are none of ours, and are told by this at once: `setAttribute` is a hot path. */
export const maybe: RegExp = /src|href|sluis|^(data|poster|ping|background)$/i;

/** Parks the value, or hands on the one that may be set. */
export type SetAttribute = (
  element: Element | null | undefined,
  name: unknown,
  value: unknown,
  pass: (value: unknown) => unknown,
) => unknown;

export function attributeSetter({ guard, dress, template }: Keeper): SetAttribute {
  return (element, given, value, pass) => {
    if (!element || !maybe.test(String(given))) return pass(value);
    const name = plainName(given);
    if (/^data-sluis-[ps]/.test(name)) template();
    if (!concerns.test(name)) return pass(value);
    if (name === 'srcdoc') pass(dress(value));
    else if (!isLive(element) || !guard(element, name, value)) pass(value);
    return null;
  };
}
