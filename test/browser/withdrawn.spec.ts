import { answerHere, expect, gatedPage, settle, test } from './bank-test.ts';
import { oneService } from './one-service.ts';

const config = oneService({ id: 'insight', hosts: ['insight.example'] });
const vendor = (name: string): string => `https://collect.insight.example/withdrawn/${name}`;

/** What a page prepares while a service is allowed, and what it does with that once it is not. */
interface Way {
  readonly body?: string;
  readonly before?: string;
  readonly after?: string;
}

const box =
  "const box = document.body.appendChild(document.createElement('p')); box.textContent = 'box';";
const frame =
  "const f = document.body.appendChild(document.createElement('iframe')); const w = f.contentWindow;";
const leaving = (name: string, event: string): Way => ({
  before: `addEventListener('${event}', () => navigator.sendBeacon('${vendor(name)}'), true)`,
});

const ways: Readonly<Record<string, Way>> = {
  timer: { before: `setInterval(() => fetch('${vendor('timer')}').catch(() => {}), 5)` },
  animation: {
    before: `const step = () => { new Image().src = '${vendor('animation')}'; requestAnimationFrame(step) }; step()`,
  },
  closure: { before: 'self.early = fetch', after: `early('${vendor('closure')}').catch(() => {})` },
  bound: {
    before: 'self.bound = navigator.sendBeacon.bind(navigator)',
    after: `bound('${vendor('bound')}')`,
  },
  'of-a-frame': {
    before: `${frame} self.theirs = w.fetch`,
    after: `theirs('${vendor('of-a-frame')}').catch(() => {})`,
  },
  request: {
    before: `self.request = new Request('${vendor('request')}')`,
    after: 'fetch(request).catch(() => {})',
  },
  xhr: {
    before: `self.xhr = new XMLHttpRequest(); xhr.open('GET', '${vendor('xhr')}')`,
    after: 'xhr.send()',
  },
  form: {
    body: `<iframe name="form" hidden></iframe><form target="form" action="${vendor('form')}"><button id="submit">x</button></form>`,
    after: "document.getElementById('submit').click()",
  },
  link: {
    body: `<a target="form" id="link" href="${vendor('link')}">x</a>`,
    after:
      "document.getElementById('link').dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))",
  },
  ping: {
    body: `<a id="ping" href="#there" ping="${vendor('ping')}">x</a>`,
    after: "document.getElementById('ping').click()",
  },
  observer: {
    before: `new MutationObserver(() => { new Image().src = '${vendor('observer')}' }).observe(document.body, { childList: true })`,
    after: "document.body.append('x')",
  },
  lazy: {
    body: `<div style="height: 20000px"></div><img loading="lazy" id="lazy" src="${vendor('lazy')}.gif">`,
    after: "document.getElementById('lazy').scrollIntoView()",
  },
  'lazy-set': {
    body: `<div style="height: 20000px"></div><picture><source srcset="${vendor('lazy-set')}.gif"><img loading="lazy" id="lazy-set" src="/own.gif"></picture>`,
    after: "document.getElementById('lazy-set').scrollIntoView()",
  },
  'lazy-frame': {
    body: `<div style="height: 20000px"></div><iframe loading="lazy" id="lazy-frame" src="${vendor('lazy-frame')}"></iframe>`,
    after: "document.getElementById('lazy-frame').scrollIntoView()",
  },
  property: { after: `${box} box.style.backgroundImage = 'url(${vendor('property')})'` },
  rule: {
    body: `<style>.on { background: url(${vendor('rule')}) }</style>`,
    after: `${box} box.className = 'on'`,
  },
  hidden: {
    body: `<div hidden id="hidden"><p style="background: url(${vendor('hidden')})">x</p></div>`,
    after: "document.getElementById('hidden').hidden = false",
  },
  font: {
    body: `<style>@font-face { font-family: late; src: url(${vendor('font')}) }</style>`,
    after: `${box} box.style.fontFamily = 'late'`,
  },
  film: {
    body: `<video id="film" preload="none" src="${vendor('film')}"></video>`,
    after: "document.getElementById('film').play().catch(() => {})",
  },
  poster: {
    before: "self.film = document.body.appendChild(document.createElement('video'))",
    after: `film.poster = '${vendor('poster')}'`,
  },
  track: {
    body: `<video><track id="track" kind="metadata" src="${vendor('track')}"></video>`,
    after: "document.getElementById('track').track.mode = 'hidden'",
  },
  redirected: { after: `new Image().src = '/away?to=${encodeURIComponent(vendor('redirected'))}'` },
  closed: {
    before:
      "self.shadow = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' })",
    after: `shadow.innerHTML = '<img src="${vendor('closed')}"><style>p { background: url(${vendor('closed-style')}) }</style><p>x</p>'`,
  },
  detached: {
    before: `self.kept = document.createElement('script'); kept.src = '${vendor('detached')}'`,
    after: 'document.head.append(kept)',
  },
  prefetch: {
    before: `self.link = document.createElement('link'); link.rel = 'prefetch'; link.href = '${vendor('prefetch')}'`,
    after: 'document.head.append(link)',
  },
  cloned: {
    body: `<template id="cloned"><img src="${vendor('cloned')}"></template>`,
    after: "document.body.append(document.getElementById('cloned').content.cloneNode(true))",
  },
  socket: { before: `self.socket = new WebSocket('${vendor('socket').replace('https', 'wss')}')` },
  'socket-again': {
    before: `const again = () => { const s = new WebSocket('${vendor('socket-again').replace('https', 'wss')}'); s.onclose = () => setTimeout(again, 5); self.again = s }; again()`,
  },
  source: { before: `self.source = new EventSource('${vendor('source')}')` },
  worker: {
    before: `self.worker = new Worker(URL.createObjectURL(new Blob(["setInterval(() => fetch('${vendor('worker')}').catch(() => {}), 5)"])))`,
  },
  nested: {
    before: `self.nested = new Worker(URL.createObjectURL(new Blob(["new Worker(URL.createObjectURL(new Blob([\\"setInterval(() => fetch('${vendor('nested')}').catch(() => {}), 5)\\"])))"])))`,
  },
  'frame-timer': {
    before: `${frame} w.setInterval(() => w.fetch('${vendor('frame-timer')}').catch(() => {}), 5)`,
  },
  srcdoc: {
    before: `const f = document.createElement('iframe'); f.srcdoc = "<script>setInterval(() => { new Image().src = '${vendor('srcdoc')}' }, 5)</scr" + "ipt>"; document.body.append(f)`,
  },
  later: { before: `self.fetchLater?.('${vendor('later')}', { activateAfter: 60000 })` },
  'later-at-leaving': { before: `self.fetchLater?.('${vendor('later-at-leaving')}')` },
  'leaving-pagehide': leaving('leaving-pagehide', 'pagehide'),
  'leaving-beforeunload': leaving('leaving-beforeunload', 'beforeunload'),
  'leaving-unload': leaving('leaving-unload', 'unload'),
  'leaving-hidden': leaving('leaving-hidden', 'visibilitychange'),
  'leaving-keepalive': {
    before: `addEventListener('pagehide', () => fetch('${vendor('leaving-keepalive')}', { keepalive: true, method: 'POST', body: 'x' }).catch(() => {}))`,
  },
  'leaving-image': {
    before: `addEventListener('pagehide', () => { new Image().src = '${vendor('leaving-image')}' })`,
  },
};

test('R17 what a page prepared while a service was allowed sends nothing after the withdrawal, nor at leaving', async ({
  page,
  world,
}) => {
  const all = Object.values(ways);
  const run = (code: string): string =>
    `try { (() => { ${code} })() } catch (error) { console.error(error) }`;
  world.page(
    '/prepared',
    gatedPage(
      config,
      `${all.map(({ body }) => body ?? '').join('\n')}<script>
        const prepare = () => { ${all.map(({ before }) => run(before ?? '')).join('\n')} };
        const use = () => { ${all.map(({ after }) => run(after ?? '')).join('\n')} };
      </script>`,
    ),
  );
  const seen = (): string[] =>
    world.vendors
      .requests()
      .flatMap(({ path }) => (path.startsWith('/withdrawn/') ? [path.slice(11)] : []));
  await page.goto(world.url('/prepared'));
  await answerHere(page, 'accept');
  await page.goto(world.url('/prepared'));
  await page.evaluate('prepare()');
  await expect
    .poll(() => seen())
    .toEqual(
      expect.arrayContaining(['timer', 'worker', 'nested', 'srcdoc', 'source', 'frame-timer']),
    );

  await page.evaluate(() => window.sluis?.withdraw('analytics'));
  // What had left by then may still arrive.
  await expect
    .poll(async () => {
      world.vendors.reset();
      await settle(page);
      return seen();
    })
    .toEqual([]);
  await page.evaluate('use()');
  await settle(page);
  await page.goto(world.url('/contact'));
  await settle(page);

  expect([...new Set(seen())]).toEqual([]);
});
