import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

type IPv4 = ipaddr.IPv4;
type IPv6 = ipaddr.IPv6;

const zeros = (count: number): readonly number[] => Array<number>(count).fill(0);

/** Forms of IPv6 that carry a whole IPv4 address: their prefix, its length in bytes, where the four bytes lie. */
const carriers: readonly { readonly prefix: readonly number[]; readonly at: number }[] = [
  { prefix: [...zeros(10), 0xff, 0xff], at: 12 }, // IPv4-mapped, RFC 4291 2.5.5.2
  { prefix: [...zeros(8), 0xff, 0xff, 0, 0], at: 12 }, // SIIT, RFC 2765
  { prefix: [0, 0x64, 0xff, 0x9b, ...zeros(8)], at: 12 }, // NAT64, RFC 6052
  { prefix: [0x20, 0x02], at: 2 }, // 6to4, RFC 3056
  { prefix: zeros(12), at: 12 }, // IPv4-compatible, RFC 4291 2.5.5.1
];

/** `::` and `::1` look IPv4-compatible and are not. */
function isLocal(bytes: readonly number[]): boolean {
  return bytes.slice(0, 15).every((byte) => byte === 0) && (bytes[15] ?? 0) < 2;
}

function startsWith(bytes: readonly number[], prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}

/** How much of an address stays: IPv4 /24 and IPv6 /48, or in strict mode /16 and /32. */
export type Truncation = 'standard' | 'strict';

/** Bytes that stay, of an IPv4 and of an IPv6 address. */
const kept: { readonly [mode in Truncation]: readonly [v4: number, v6: number] } = {
  standard: [3, 6],
  strict: [2, 4],
};

/** The first bytes, and zeros for the rest. */
function cut(bytes: readonly number[], count: number): string {
  const network: IPv4 | IPv6 = ipaddr.fromByteArray([
    ...bytes.slice(0, count),
    ...zeros(bytes.length - count),
  ]);
  return network.toString();
}

function maskIPv6(bytes: readonly number[], mode: Truncation): string | null {
  if (isLocal(bytes)) return '::';
  // Teredo (RFC 4380) hides server, client and port in one address: there is no network to keep.
  if (startsWith(bytes, [0x20, 0x01, 0, 0])) return null;
  const carrier = carriers.find(({ prefix }) => startsWith(bytes, prefix));
  const [v4, v6] = kept[mode];
  return carrier ? cut(bytes.slice(carrier.at, carrier.at + 4), v4) : cut(bytes, v6);
}

/** Takes off what gateways add: `[v6]`, `[v6]:port`, `v4:port` and an IPv6 zone id (`%eth0`). */
function bare(text: string): string {
  const wrapped = /^\[([^[\]]*)\](?::(\d{1,5}))?$/.exec(text) ?? /^([\d.]+):(\d{1,5})$/.exec(text);
  if (Number(wrapped?.[2] ?? 0) > 65535) return '';
  const address = wrapped?.[1] ?? text;
  return address.includes(':') ? address.replace(/^([^%]*)%[\w.-]{1,32}$/, '$1') : address;
}

/**
 * The network of an address: IPv4 to /24, IPv6 to /48 (strict: /16 and /32), `null` for whatever is
 * not exactly one address. A /24 is still personal data (AP guide on analytics), so the result is used for the
 * rate limit and the log and kept in no record (PROMISES S45, S46).
 *
 * `net.isIP` stands before ipaddr.js because that also takes `0x7f.1`, `2130706433` and
 * `01.02.03.04`, each of which another program reads as another address. It takes zone ids such as
 * `::%:` at which ipaddr.js throws, so both must agree.
 */
export function anonymiseIp(text: string, mode: Truncation = 'standard'): string | null {
  if (text.length > 100) return null;
  const address = bare(text.trim());
  if (!isIP(address) || !ipaddr.isValid(address)) return null;
  const bytes = ipaddr.parse(address).toByteArray();
  return bytes.length === 4 ? cut(bytes, kept[mode][0]) : maskIPv6(bytes, mode);
}
