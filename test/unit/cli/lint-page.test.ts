import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lintPage } from '../../../packages/cli/src/lint-page.ts';

const config = {
  controller: { name: 'Bank', contact: 'a@bank.example', policyUrl: '/privacy' },
  allow: ['fonts.bank-cdn.example'],
  purposes: [
    { id: 'ads', legalBasis: 'a', label: 'Ads', text: 'Ads.', services: ['adnet'] },
    {
      id: 'pay',
      legalBasis: 'b',
      deviceAccess: 'necessary',
      label: 'Pay',
      text: 'Pay.',
      reason: 'Paying.',
      services: ['pay'],
    },
  ],
  services: [
    { id: 'adnet', hosts: ['adnet.example'] },
    { id: 'pay', hosts: ['pay.example'] },
  ],
};
const site = 'https://www.bank.example/';
const tags = (given: unknown = config): string =>
  `<script type="application/json" id="sluis-config">${JSON.stringify(given)}</script>
<meta http-equiv="Content-Security-Policy" content="manifest-src *">
<script src="/sluis/head.js"></script>`;
const page = (body: string, head: string = tags()): string =>
  `<!doctype html><html><head>${head}</head><body>\n${body}</body></html>`;
const told = (html: string): string[] =>
  lintPage(html, site).map(({ level, line, sentence }) => `${line} ${level} ${sentence}`);

describe('a page without a mistake', () => {
  it('has nothing to tell of its own, of allowed and of necessary hosts', () => {
    const own =
      '<script src="/app.js"></script><img src="https://bank.example/a.png"><link rel="stylesheet" href="https://fonts.bank-cdn.example/f.css"><script src="https://js.pay.example/p.js"></script><a href="https://adnet.example">ads</a>';
    expect(told(page(own))).toEqual([]);
  });

  it('has nothing to tell of what every engine holds', () => {
    expect(told(page('<iframe src="https://adnet.example/f"></iframe>'))).toEqual([]);
    expect(told(page('<video src="https://adnet.example/v.mp4"></video>'))).toEqual([]);
  });
});

describe('R01 R38 what an engine fetches before a script can look', () => {
  it.each([
    ['<script src="https://tag.adnet.example/t.js"></script>', 'Firefox, WebKit', 'template'],
    ['<link rel="stylesheet" href="//adnet.example/s.css">', 'in Firefox,', 'template'],
    ['<link rel="preload" as="font" href="//adnet.example/f.woff2">', 'in Firefox,', 'Content'],
    [
      '<link rel="preload" as="script" href="//adnet.example/s.js">',
      'Chromium, Firefox, WebKit',
      'template',
    ],
    ['<img src="https://nobody-knows.example/p.gif">', 'in Firefox,', 'Content-Security-Policy'],
    ['<video poster="https://adnet.example/p.png"></video>', 'in Firefox,', 'Content'],
    ['<svg><feImage href="https://adnet.example/f.png" /></svg>', 'in Firefox,', 'Content'],
    ['<img src="/a.png" srcset="https://adnet.example/b.png 2x">', 'in Firefox,', 'Content'],
    ['<link rel="preconnect" href="https://adnet.example">', 'Chromium, Firefox', 'take it out'],
    ['<link rel="modulepreload" href="https://adnet.example/m.js">', 'Chromium', 'take it out'],
  ])('%s names the engines and the layer that holds it', (tag, engines, layer) => {
    const [line] = told(page(tag));
    expect(line).toContain('4 warning');
    expect(line).toContain(engines);
    expect(line).toContain(layer);
  });

  it('in a template only a picture in Firefox is left, and not when it is lazy', () => {
    const wrap = (tag: string): string =>
      page(`<template data-sluis-purpose="ads">${tag}</template>`);
    expect(told(wrap('<script src="https://adnet.example/t.js"></script>'))).toEqual([]);
    expect(told(wrap('<link rel="preconnect" href="https://adnet.example">'))).toEqual([]);
    expect(told(wrap('<img loading="lazy" src="https://adnet.example/p.gif">'))).toEqual([]);
    expect(told(wrap('<img src="https://adnet.example/p.gif">')).join()).toMatch(/Firefox.*lazy/);
  });
});

describe('the order of the page', () => {
  it.each([
    ['nothing of Sluis', '', /no page script/],
    [
      'a tag before it',
      `<script src="https://x.example/t.js"></script>${tags()}`,
      /before the gate/,
    ],
    ['no policy tag', tags().replace(/<meta[^>]*>/, ''), /no policy tag/],
    ['deferred', tags().replace('head.js"', 'head.js" defer'), /loaded with defer/],
    ['no configuration', tags().replace('sluis-config', 'other'), /configuration is missing/],
  ])('%s is an error with its fix', (_, head, sentence) => {
    const errors = lintPage(page('', head), site).filter(({ level }) => level === 'error');
    expect(errors.map((one) => one.sentence).join()).toMatch(sentence);
  });

  it('an inline page script counts', () => {
    const inline = tags().replace(
      / src="[^"]*">/,
      `>(()=>{document.getElementById("sluis-config")})()`,
    );
    expect(told(page('', inline))).toEqual([]);
  });
});

describe('the configuration', () => {
  it('R05 is read as strictly as in development', () => {
    const [pay] = config.purposes.slice(1);
    const bad = { ...config, purposes: [{ ...pay, deviceAccess: 'consent' }] };
    expect(told(page('', tags(bad))).join()).toContain('C06');
  });

  it('S50 a service of nobody is told', () => {
    const [ads] = config.purposes;
    const bad = { ...config, purposes: [{ ...ads, services: ['who'] }] };
    expect(told(page('', tags(bad))).join()).toContain('C08');
  });

  it('that is no JSON is told', () => {
    expect(told(page('', tags().replace('{', '{{'))).join()).toContain('C01');
  });
});

describe('R38 the rules of the profile', () => {
  const [ads, pay] = config.purposes;
  const analytics = { ...pay, services: ['matomo'] };

  it.each([
    ['R01 refusing that is hidden', { hideRefuse: true }, /R01: .*Remove the word/],
    ['R02 what is ticked beforehand', { purposes: [{ ...ads, checked: true }] }, /R02: .*Remove/],
    [
      'R06 a tracker that is called necessary',
      { services: ['matomo'], purposes: [analytics] },
      /"purposes\[0\]" is refused by rule R06: .*legal basis "a"/,
    ],
    ['R26 a purpose without a text of its own', { purposes: [{ ...ads, text: 'Ads' }] }, /R26/],
    ['R50 a country without its languages', { profile: 'be', languages: ['en'] }, /R50: .*Add it/],
    ['R11 no controller', { controller: undefined }, /C05.*controller/],
  ])('%s is an error with its rule and its fix', (_, change, sentence) => {
    const [error, ...more] = told(page('', tags({ ...config, ...change })));

    expect(more).toEqual([]);
    expect(error).toMatch(/^1 error sluis C/);
    expect(error).toMatch(sentence);
  });

  it('every mistake is told, not the first alone', () => {
    const purposes = [analytics, { ...analytics, id: 'more', text: 'Pay' }];
    const bad = { ...config, services: ['matomo'], purposes };

    expect(told(page('', tags(bad))).map((line) => /R\d\d/.exec(line)?.[0])).toEqual([
      'R06',
      'R06',
      'R26',
    ]);
  });
});

describe('R04 R60 the theme', () => {
  it('that fades what has to be read is told, where it is set', () => {
    const style = '<style>\n:root { --sluis-text: rgba(0, 0, 0, 0.2) }\n</style>';

    expect(told(page('', tags() + style))).toEqual([
      expect.stringMatching(
        /^4 error sluis C14: "--sluis-text" is refused by rule R04: .* full colour/,
      ),
    ]);
    expect(told(page('<div style="--sluis-text:#ccc">').replace('<body', '<body'))).toEqual([
      expect.stringMatching(
        /^4 error .*R60: Contrast with --sluis-surface is 1\.6:1 in light colours/,
      ),
    ]);
  });

  it('is read for light and dark colours, without comments', () => {
    const css = `/* --sluis-text: #fff */
      :root { --sluis-surface: #fff; --sluis-accent: #0b4a6f; --sluis-on-accent: #fff !important }
      @media (prefers-color-scheme: dark) { :root { --sluis-surface: #000; --sluis-text: #222 } }`;
    const found = told(page('', `${tags()}<style>${css}</style>`));

    expect(found).toEqual([
      expect.stringMatching(/^5 error .*"--sluis-text" .*R60: .* in dark colours/),
    ]);
  });
});

it('the command tells file, line and column, and ends with 1 when there is an error', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sluis-lint-'));
  let file = join(folder, 'page.html');
  const run = (): { status: number | null; stdout: string } =>
    spawnSync(process.execPath, ['packages/cli/dist/main.js', 'lint', '--site', site, file], {
      encoding: 'utf8',
    });
  try {
    writeFileSync(file, page('<script src="https://adnet.example/t.js"></script>'));
    expect(run()).toMatchObject({ status: 0 });
    expect(run().stdout).toMatch(new RegExp(`^${file}:4:1 warning: <script> asks adnet.example`));
    writeFileSync(file, page('', ''));
    expect(run()).toMatchObject({ status: 1 });
    file = join(folder, 'style.css');
    writeFileSync(file, '\n:root { --sluis-text: transparent }');
    expect(run().stdout).toMatch(new RegExp(`^${file}:2:1 error: .*R04`));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

describe('Google Analytics', () => {
  const checklist = {
    signedBy: 'A. de Vries',
    processorAgreement: '2026-11-20',
    dataSharingOff: '2026-11-20',
    advertisingOff: '2026-11-20',
    userIdOff: '2026-11-20',
  };
  const analytics = (lock?: object): string[] => {
    const purpose = { id: 'stats', legalBasis: 'a', label: 'Stats', text: 'Counts.' };
    const service = {
      id: 'ga',
      hosts: ['google-analytics.com'],
      disable: ['ga-disable-G-1'],
      googleAnalytics: lock && { measurementId: 'G-1', checklist: lock },
    };
    const given = {
      ...config,
      purposes: [{ ...purpose, services: ['ga'] }],
      services: [service],
    };
    return told(page('', tags(given)));
  };

  it('S02 has nothing to tell of a lock with all that is signed', () => {
    expect(analytics(checklist)).toEqual([]);
  });

  it.each([
    ['R39', 'processorAgreement'],
    ['R41', 'dataSharingOff'],
    ['R42', 'advertisingOff'],
    ['R43', 'userIdOff'],
  ])('S02 %s asks for %s', (rule, step) => {
    expect(analytics({ ...checklist, [step]: undefined })).toEqual([
      expect.stringMatching(new RegExp(`warning Service "ga" has no ${step} .*\\(${rule}\\)`)),
    ]);
  });

  it('S02 asks for the lock', () => {
    expect(analytics()).toEqual([expect.stringMatching(/warning Service "ga" has no lock/)]);
  });
});
