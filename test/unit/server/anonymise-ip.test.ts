import { isIP } from 'node:net';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anonymiseIp } from '../../../packages/server/src/anonymise-ip.js';

const table: readonly (readonly [input: string, network: string | null])[] = [
  ['203.0.113.77', '203.0.113.0'],
  [' 203.0.113.77 ', '203.0.113.0'],
  ['203.0.113.77:51514', '203.0.113.0'],
  ['255.255.255.255', '255.255.255.0'],
  ['2001:db8:1234:5678:9abc:def0:1234:5678', '2001:db8:1234::'],
  ['2001:DB8:1234:5678::1', '2001:db8:1234::'],
  ['[2001:db8:1234:5678::1]', '2001:db8:1234::'],
  ['[2001:db8:1234:5678::1]:443', '2001:db8:1234::'],
  ['fe80::1ff:fe23:4567:890a%eth0', 'fe80::'],
  ['[fe80::1%25]:80', 'fe80::'],
  ['::ffff:203.0.113.77', '203.0.113.0'],
  ['::ffff:cb00:714d', '203.0.113.0'],
  ['[::ffff:203.0.113.77]:8080', '203.0.113.0'],
  ['::ffff:0:203.0.113.77', '203.0.113.0'],
  ['64:ff9b::203.0.113.77', '203.0.113.0'],
  ['64:ff9b::cb00:714d', '203.0.113.0'],
  ['64:ff9b:1:cb00:71:4d00::', '64:ff9b:1::'],
  ['2002:cb00:714d::1', '203.0.113.0'],
  ['2002:cb00:714d:1234:5678::1', '203.0.113.0'],
  ['::203.0.113.77', '203.0.113.0'],
  ['2001:0:cb00:714d:0:1234:34ff:8eb2', null],
  ['2001::1', null],
  ['::1', '::'],
  ['::', '::'],
  ['', null],
  ['unknown', null],
  ['_hidden', null],
  ['0x7f.1', null],
  ['2130706433', null],
  ['01.02.03.04', null],
  ['1.2.3', null],
  ['1.2.3.4.5', null],
  ['256.1.1.1', null],
  ['203.0.113.77:99999', null],
  ['203.0.113.77:', null],
  ['203.0.113.77%eth0', null],
  ['203.0.113.77, 198.51.100.9', null],
  ['203.0.113.77\u0000', null],
  ['203.0.113.77/32', null],
  ['２０３.0.113.77', null],
  ['[203.0.113.77', null],
  ['[[2001:db8::1]]', null],
  ['::%:', null],
  ['::%1:2', null],
  ['fe80::1%eth0%eth1', null],
  ['2001:db8::1::2', null],
  ['2001:db8:1234:5678:9abc:def0:1234:5678:443', null],
  [`fe80::1%${'a'.repeat(500)}`, null],
  ['1'.repeat(100_000), null],
];

/** A million by `PROPERTY_RUNS=1000000`. */
const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 2000);

const byte = fc.integer({ min: 0, max: 255 });

describe('anonymiseIp', { timeout: 30_000 + numRuns }, () => {
  it.each(table)('S45 turns %j into %j', (input, network) => {
    const result = anonymiseIp(input);

    expect(result).toBe(network);
  });

  it('S45 gives all 256 addresses of an IPv4 network one result that ends in zero', () => {
    fc.assert(
      fc.property(byte, byte, byte, byte, (a, b, c, d) => {
        const result = anonymiseIp(`${a}.${b}.${c}.${d}`);

        expect(result).toBe(`${a}.${b}.${c}.0`);
      }),
      { numRuns },
    );
  });

  it('S45 finds no trace of the last byte in any form that carries an IPv4 address', () => {
    const hex = (high: number, low: number): string => ((high << 8) | low).toString(16);
    const forms = fc.constantFrom(
      (v4: string) => v4,
      (v4: string) => `${v4}:1234`,
      (v4: string) => `::ffff:${v4}`,
      (v4: string) => `64:ff9b::${v4}`,
      (v4: string) => `::ffff:0:${v4}`,
      (_: string, pair: string) => `2002:${pair}::1`,
    );
    fc.assert(
      fc.property(forms, fc.integer({ min: 1, max: 223 }), byte, byte, byte, (form, a, b, c, d) => {
        const result = anonymiseIp(form(`${a}.${b}.${c}.${d}`, `${hex(a, b)}:${hex(c, d)}`));

        expect(result).toBe(`${a}.${b}.${c}.0`);
      }),
      { numRuns },
    );
  });

  it('S45 gives null or the start of a network, for any text, and masks a mask to itself', () => {
    const text = fc.oneof(
      fc.string(),
      fc.ipV4(),
      fc.ipV6(),
      fc.ipV4Extended(),
      fc.stringMatching(/^[[\]0-9a-f:.%]{0,45}$/),
    );
    fc.assert(
      fc.property(text, (input) => {
        const result = anonymiseIp(input);

        if (result === null) return;
        expect(isIP(result)).toBeGreaterThan(0);
        expect(result).toMatch(/\.0$|::$/);
        expect(anonymiseIp(result)).toBe(result);
      }),
      { numRuns },
    );
  });

  it.each([
    ['203.0.113.77', '203.0.0.0'],
    ['::ffff:203.0.113.77', '203.0.0.0'],
    ['2002:cb00:714d::1', '203.0.0.0'],
    ['[2001:db8:1234:5678::1]:443', '2001:db8::'],
    ['2001:0:cb00:714d:0:1234:34ff:8eb2', null],
    ['::1', '::'],
  ])('S45 in strict mode turns %j into %j', (input, network) => {
    const result = anonymiseIp(input, 'strict');

    expect(result).toBe(network);
  });

  it('S45 in strict mode keeps nothing that the standard mode does not keep', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (input) => {
        const strict = anonymiseIp(input, 'strict');

        expect(strict).toBe(anonymiseIp(anonymiseIp(input) ?? '', 'strict'));
      }),
      { numRuns },
    );
  });
});
