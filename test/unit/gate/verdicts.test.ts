// @vitest-environment happy-dom
import type { Verdict } from '@sluis/gate';
import { describe, expect, it } from 'vitest';
import { createVerdicts } from '../../../packages/gate/src/verdicts.ts';

function verdicts() {
  const judge = {
    host: (host: string): Verdict =>
      host.replace(/\.$/, '') === 'tracker.example' ? 'hold' : 'pass',
    cookie: (): Verdict => 'pass',
    storage: (): Verdict => 'pass',
  };
  const realm = window as unknown as Window & typeof globalThis;
  return createVerdicts(
    realm,
    judge,
    () => false,
    () => document.baseURI,
  );
}

describe('the verdict on an address', () => {
  it.each([
    'https://tracker.example/hit',
    'https://TRACKER.example/hit',
    'https://tracker.example./hit',
    'https://user@tracker.example:8443/hit',
    'https:\\\\tracker.example\\hit',
    ' https://tracker.example/hit ',
    'ht\ntps://tracker.example/hit',
    'wss://tracker.example/',
  ])('R01 finds the host in %j', (address) => {
    const { ask } = verdicts();

    expect(ask(address)).toBe('hold');
  });

  it('R01 finds addresses in code, and the strictest of them counts', () => {
    const { askText } = verdicts();

    expect(
      askText(`import "https://allowed.example/a.js"; import("https://tracker.example/b.js")`),
    ).toBe('hold');
    expect(askText('// a comment, and "//" in a string')).toBe('pass');
  });

  it('R01 finds scripts in the page of a javascript address, whose pictures the policy holds', () => {
    const { askCode } = verdicts();

    expect(askCode(`javascript:'<script src="https://tracker.example/hit"></script>'`)).toBe(
      'hold',
    );
    expect(askCode(`javascript:'<img src="https://tracker.example/hit">'`)).toBe('pass');
  });
});
