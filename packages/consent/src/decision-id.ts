/**
 * A UUIDv7 (RFC 9562): 48 bits of milliseconds, then version, variant and random bits.
 * @param now milliseconds since 1970
 * @param random sixteen random bytes; they are overwritten
 */
export function decisionId(now: number, random: Uint8Array): string {
  for (let i = 5, rest = now; i >= 0; i--, rest = Math.floor(rest / 256)) random[i] = rest % 256;
  random[6] = 0x70 | ((random[6] ?? 0) & 0x0f);
  random[8] = 0x80 | ((random[8] ?? 0) & 0x3f);
  const hex = Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
