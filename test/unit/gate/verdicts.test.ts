// @vitest-environment happy-dom
import type { Verdict } from '@sluis/gate';
import { describe, expect, it } from 'vitest';
import { createVerdicts } from '../../../packages/gate/src/verdicts.ts';

function verdicts(answer: Verdict = 'hold') {
  let current = answer;
  const judge = {
    host: (host: string): Verdict =>
      host.replace(/\.$/, '') === 'tracker.example' ? current : 'pass',
    cookie: (): Verdict => 'pass',
    storage: (): Verdict => 'pass',
  };
  const realm = window as unknown as Window & typeof globalThis;
  return { ...createVerdicts(realm, judge, () => false), say: (next: Verdict) => (current = next) };
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
});

describe('style text', () => {
  it.each([
    'a { background: url(https://tracker.example/a.gif) }',
    'a { background: url("//tracker.example/a.gif") }',
    '@import "https://tracker.example/a.css";',
    'a { background: image-set("https://own.example/a.gif" 1x, "https://tracker.example/a.gif" 2x) }',
  ])('R01 is made inert and comes back as it was: %s', (text) => {
    const { css, plain, say } = verdicts();

    const inert = css(text);
    say('pass');

    expect(inert).toMatch(/data:x-sluis,(https:)?\/\/tracker/);
    expect(inert.replace(/data:x-sluis,(https:)?\/\/tracker/, '')).not.toContain('tracker');
    expect(plain(inert)).toBe(text);
  });

  it('R01 stays as it is when it was made inert already', () => {
    const { css } = verdicts();
    const inert = css('a { background: url(https://tracker.example/a.gif) }');

    expect(css(inert)).toBe(inert);
  });
});
