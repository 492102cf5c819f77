import type { Verdict } from '@sluis/gate';
import { describe, expect, it } from 'vitest';
import { verdictsInJson } from '../../../packages/gate/src/verdicts-in-json.ts';

const ask = (address: unknown): Verdict => (String(address).includes('tracker') ? 'hold' : 'pass');
const verdicts = (rules: unknown): Verdict[] =>
  verdictsInJson(JSON.stringify(rules), ask, () => 'hold').filter((one) => one !== 'pass');

describe('JSON that the browser acts upon', () => {
  it('R01 finds the addresses of speculation rules, however they are written', () => {
    expect(verdicts({ prefetch: [{ urls: ['https://tracker.example/'] }] })).toEqual(['hold']);
    expect(
      verdictsInJson(
        String.raw`{"prefetch":[{"\u0075rls":["https:\/\/tracker.example"]}]}`,
        ask,
        () => 'hold',
      ),
    ).toContain('hold');
    expect(verdicts({ prefetch: [{ urls: ['/next'] }] })).toEqual([]);
  });

  it('R01 holds rules about links to anywhere, and passes those about links of the site', () => {
    expect(verdicts({ prefetch: [{ source: 'document' }] })).toEqual(['hold']);
    expect(verdicts({ prefetch: [{ where: { selector_matches: 'a' } }] })).toEqual(['hold']);
    expect(verdicts({ prefetch: [{ where: { href_matches: '//tracker.example/*' } }] })).toEqual([
      'hold',
    ]);
    expect(
      verdicts({
        prefetch: [
          { where: { and: [{ href_matches: '/*' }, { not: { href_matches: '/log-out' } }] } },
        ],
      }),
    ).toEqual([]);
  });

  it('R01 finds where a bundle comes from, and leaves alone what is no JSON', () => {
    expect(verdicts({ source: 'https://tracker.example/a.wbn', resources: [] })).toEqual(['hold']);
    expect(verdictsInJson('{', ask, () => 'hold')).toEqual([]);
  });
});
