import type { State } from '@sluis/schema';

/**
 * A UUIDv7 (RFC 9562): 48 bits of milliseconds, then version, variant and random bits.
 * @param now milliseconds since 1970
 * @param random sixteen random bytes
 */
export function decisionId(now: number, random: Uint8Array): string {
  const byteAt = (byte: number, place: number): number => {
    if (place < 6) return Math.floor(now / 256 ** (5 - place)) % 256;
    if (place === 6) return 0x70 | (byte & 0x0f);
    return place === 8 ? 0x80 | (byte & 0x3f) : byte;
  };
  const hex = Array.from(random, (byte, place) =>
    byteAt(byte, place).toString(16).padStart(2, '0'),
  ).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** The moment in an id, in milliseconds since 1970. */
export function orderOf(id: string): number {
  return parseInt(id.replace('-', '').slice(0, 12), 16);
}

/**
 * The moment for a new decision's id: now, but after everything known here, so that a clock that was
 * put back, here or on the device of an earlier answer, cannot make a withdrawal the older fact.
 */
export function nextOrder(now: number, ...known: readonly State[]): number {
  const orders = known.flatMap((state) => Object.values(state).map(({ order }) => order + 1));
  return Math.max(now, ...orders);
}
