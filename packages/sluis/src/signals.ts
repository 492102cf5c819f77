import { signal, type ReadonlySignal } from '@preact/signals';
import type { Sluis } from './sluis.js';

/**
 * Whether a purpose may run, as a signal: a component that reads it is drawn again when the visitor,
 * another tab or the account changes the answer. It lives as long as the page, like `sluis` itself.
 */
export function allowsSignal(
  sluis: Pick<Sluis, 'allows' | 'on'>,
  purpose: string,
): ReadonlySignal<boolean> {
  const allowed = signal(sluis.allows(purpose));
  sluis.on('change', () => {
    allowed.value = sluis.allows(purpose);
  });
  return allowed;
}
