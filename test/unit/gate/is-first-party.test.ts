import { isFirstParty } from '@sluis/gate';
import { describe, expect, it } from 'vitest';

describe('isFirstParty', () => {
  it.each([
    ['www.bank.example', 'www.bank.example'],
    ['bank.example', 'www.bank.example'],
    ['cdn.bank.example', 'www.bank.example'],
    ['bank.example.', 'www.bank.example'],
    ['www.bank.example', 'www.bank.example.'],
    ['api.bank.localhost', 'bank.localhost'],
  ])('R01 lets %s pass on %s', (host, page) => {
    expect(isFirstParty(host, page)).toBe(true);
  });

  it.each([
    ['tracker.example', 'www.bank.example'],
    ['notbank.example', 'bank.example'],
    ['bank.example.tracker.example', 'bank.example'],
    ['tracker.localhost', 'bank.localhost'],
    ['localhost', 'bank.localhost'],
    ['example', 'bank.example'],
  ])('R01 asks about %s on %s', (host, page) => {
    expect(isFirstParty(host, page)).toBe(false);
  });
});
