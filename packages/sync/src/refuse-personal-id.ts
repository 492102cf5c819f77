import { personalIdIn, SluisError } from '@sluis/schema';

/**
 * What is given to `identify()` is a signed token, never a number or address of the person.
 * @throws {SluisError} I01, which says what it looks like and does not repeat it
 */
export function refusePersonalId(value: string): void {
  const kind = personalIdIn(value);
  if (kind) throw new SluisError('I01', kind);
}
