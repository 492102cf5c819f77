import { inHead, markup } from './builders.ts';
import { cssImage, image, page, redirect, slow } from './snippets.ts';
import type { Vector } from '../vector.ts';

/** Markup that reaches another party by itself. */
export const markupVectors: readonly Vector[] = [
  inHead('script-classic', (t) => `<script src="${t.url('js')}"></script>`),
  inHead('script-async', (t) => `<script async src="${t.url('js')}"></script>`),
  inHead('script-defer', (t) => `<script defer src="${t.url('js')}"></script>`),
  markup('script-body', (t) => `<p>text</p><script src="${t.url('js')}"></script>`),
  inHead('script-module', (t) => `<script type="module" src="${t.url('js')}"></script>`),
  inHead('script-after-slow-js', (t) => `${slow}<script src="${t.url('js')}"></script>`),
  inHead(
    'importmap',
    (t) =>
      `<script type="importmap">{"imports":{"tag":"${t.url('js')}"}}</script><script type="module">import "tag"</script>`,
  ),
  markup('img', image),
  inHead('img-head', image),
  markup('img-lazy', (t) => `<img loading="lazy" width="1" height="1" src="${t.url('gif')}">`),
  markup('iframe', (t) => `<iframe src="${t.url('html')}"></iframe>`),
  markup('iframe-srcdoc-img', (t) => `<iframe srcdoc="<img src='${t.url('gif')}'>"></iframe>`),
  inHead('link-stylesheet', (t) => `<link rel="stylesheet" href="${t.url('css')}">`),
  inHead('css-after-slow-js', (t) => `${slow}<link rel="stylesheet" href="${t.url('css')}">`),
  inHead('link-preload', (t) => `<link rel="preload" as="image" href="${t.url('gif')}">`),
  inHead('link-prefetch', (t) => `<link rel="prefetch" href="${t.url('js')}">`),
  inHead('link-preconnect', (t) => `<link rel="preconnect" href="https://${t.host}">`, {
    connects: true,
  }),
  inHead('link-icon', (t) => `<link rel="icon" href="${t.url('gif')}">`),
  markup('video-src', (t) => `<video src="${t.url('mp4')}" preload="auto"></video>`),
  markup('audio-src', (t) => `<audio src="${t.url('mp4')}" preload="auto"></audio>`),
  markup(
    'track',
    (t) => `<video crossorigin src="/own.mp4"><track default src="${t.url('vtt')}"></video>`,
  ),
  markup('object', (t) => `<p>text</p><object data="${t.url('html')}"></object>`),
  markup('input-image', (t) => `<input type="image" src="${t.url('gif')}">`),
  markup('inline-style-bg', (t) => `<p style="background: url(${t.url('gif')})">box</p>`),
  inHead('style-import', (t) => `<style>@import "${t.url('css')}";</style>`),
  inHead('style-bg', (t) => `<style>body { background: ${cssImage(t)} }</style>`),
  inHead(
    'style-fontface',
    (t) =>
      `<style>@font-face { font-family: F; src: url(${t.url('woff2')}) } body { font-family: F }</style>`,
    { body: () => '<p>text</p>' },
  ),
  markup('svg-image', (t) => `<svg><image href="${t.url('gif')}" width="9" height="9"/></svg>`),
  markup(
    'svg-feimage',
    (t) =>
      `<svg><filter id="f"><feImage href="${t.url('gif')}"/></filter><rect width="9" height="9" filter="url(#f)"/></svg>`,
  ),
  markup(
    'declarative-shadow-dom-img',
    (t) => `<div><template shadowrootmode="open">${image(t)}</template></div>`,
  ),
  markup(
    'declarative-shadow-dom-style',
    (t) =>
      `<div><template shadowrootmode="open"><style>p { background: ${cssImage(t)} }</style><p>box</p></template></div>`,
  ),
  markup('first-party-redirect-img', (t) => `<img src="${redirect(t.url('gif'))}">`),
  markup('first-party-iframe-page', (t) => `<iframe src="${page(image(t))}"></iframe>`),
  markup('a-ping', (t) => `<a id="a" href="#there" ping="${t.url('gif')}">a</a>`, {
    script: () => `document.getElementById('a').click()`,
  }),
  markup(
    'form-to-hidden-iframe',
    (t) =>
      `<iframe name="${t.key}" hidden></iframe><form id="form" target="${t.key}" action="${t.url('html')}"></form>`,
    { script: () => `document.getElementById('form').submit()` },
  ),
  markup(
    'on-event-attribute',
    (t) => `<img src="data:," onerror="new Image().src = '${t.url('gif')}'">`,
  ),
  inHead(
    'speculationrules',
    (t) =>
      `<script type="speculationrules">{"prefetch":[{"source":"list","urls":["${t.url('html')}"],"eagerness":"immediate"}]}</script>`,
  ),
];
