import type { Target, Vector } from '../../vector.ts';
import { inHead, markup } from '../builders.ts';
import { cssImage, image, page, redirect } from '../snippets.ts';

const spelled = (name: string, spell: (t: Target) => string): Vector =>
  markup(`img, ${name}`, (t) => `<img src="${spell(t)}">`);
const shadow = (name: string, mode: string, inside: (t: Target) => string): Vector =>
  markup(
    `${mode} declarative shadow root, ${name}`,
    (t) => `<div><template shadowrootmode="${mode}">${inside(t)}</template></div>`,
  );
const style = (name: string, css: (t: Target) => string): Vector =>
  inHead(`style, ${name}`, (t) => `<style>${css(t)}</style>`, {
    body: () => '<p class="box">text</p>',
  });
const escaped = (html: string): string => html.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const srcdoc = (html: string, more = ''): string =>
  `<iframe ${more} srcdoc="${escaped(html)}"></iframe>`;
const scriptOf = (t: Target): string => `<script src="${t.url('js')}"></script>`;
const own = (kind: string, text: string): string =>
  `/text.${kind}?text=${encodeURIComponent(text)}`;

/** Markup that is not on the public list. */
export const markupSiblings: readonly Vector[] = [
  markup('img srcset', (t) => `<img srcset="${t.url('gif')} 1x">`),
  markup(
    'picture source',
    (t) => `<picture><source srcset="${t.url('gif')}"><img src="/own.gif"></picture>`,
  ),
  markup('img, unquoted upper-case', (t) => `<IMG SRC=${t.url('gif')}>`),
  markup('img, slash for space', (t) => `<img/src="${t.url('gif')}">`),
  markup('image for img', (t) => `<image src="${t.url('gif')}">`),
  markup('img crossorigin', (t) => `<img crossorigin src="${t.url('gif')}">`),
  markup(
    'img right behind a script',
    (t) => `<script>self.own = 1</script><img src="${t.url('gif')}">`,
  ),
  spelled('trailing dot', (t) => `https://${t.host}./hit.gif`),
  spelled('upper-case host', (t) => `HTTPS://${t.host.toUpperCase()}/hit.gif`),
  spelled('protocol-relative', (t) => `//${t.host}/hit.gif`),
  spelled('backslashes', (t) => `\\\\${t.host}\\hit.gif`),
  spelled('one slash of each', (t) => `https:/\\${t.host}/hit.gif`),
  spelled('tab and newline', (t) => `ht&#9;tps://${t.host.replace('.', '.&#10;')}/hit.gif`),
  spelled('leading control character', (t) => `&#1; ${t.url('gif')}`),
  spelled('ideographic full stop', (t) => `https://${t.host.replaceAll('.', '。')}/hit.gif`),
  spelled('percent-encoded host', (t) => `https://${t.host.replaceAll('.', '%2E')}/hit.gif`),
  spelled(
    'full-width letter',
    (t) =>
      `https://${t.host.replace('tracker', 'ｔracker').replace('allowed', 'ａllowed')}/hit.gif`,
  ),
  inHead('base, then a relative img', (t) => `<base href="https://${t.host}/">`, {
    body: () => '<img src="hit.gif">',
    alone: true,
  }),
  inHead(
    'base, then a relative script',
    (t) => `<base href="//${t.host}"><script src="/hit.js"></script>`,
    { alone: true },
  ),
  markup('body background', (t) => `<body background="${t.url('gif')}">`),
  markup('table background', (t) => `<table background="${t.url('gif')}"><td>cell</table>`),
  markup('cell background', (t) => `<table><td background="${t.url('gif')}">cell</table>`),
  markup('video poster', (t) => `<video poster="${t.url('gif')}"></video>`),
  markup(
    'video source',
    (t) => `<video preload="auto"><source src="${t.url('mp4')}" type="video/mp4"></video>`,
  ),
  markup('embed', (t) => `<embed src="${t.url('html')}">`),
  markup('embed of an image', (t) => `<embed type="image/gif" src="${t.url('gif')}">`),
  markup('object of an image', (t) => `<object type="image/gif" data="${t.url('gif')}"></object>`),
  inHead(
    'frame of a frameset',
    (t) => `</head><frameset cols="100%"><frame src="${t.url('html')}"></frameset>`,
    { alone: true },
  ),
  markup('lazy iframe', (t) => `<iframe loading="lazy" src="${t.url('html')}"></iframe>`),
  markup(
    'iframe, upper-case and protocol-relative',
    (t) => `<IFRAME SRC=//${t.host}/hit.html></IFRAME>`,
  ),
  markup('srcdoc in a srcdoc', (t) => srcdoc(srcdoc(image(t)))),
  markup('srcdoc with a script', (t) => srcdoc(scriptOf(t))),
  markup('srcdoc with a style', (t) =>
    srcdoc(`<style>p { background: ${cssImage(t)} }</style><p>text</p>`),
  ),
  markup('srcdoc with a stylesheet', (t) =>
    srcdoc(`<link rel="stylesheet" href="${t.url('css')}">`),
  ),
  markup('srcdoc with a frame', (t) => srcdoc(`<iframe src="${t.url('html')}"></iframe>`)),
  markup('srcdoc that refreshes', (t) =>
    srcdoc(`<meta http-equiv="refresh" content="0; url=${t.url('html')}">`),
  ),
  markup('sandboxed srcdoc with a script', (t) =>
    srcdoc(`<script>new Image().src = '${t.url('gif')}'</script>`, 'sandbox="allow-scripts"'),
  ),
  markup('srcdoc with a base', (t) =>
    srcdoc(`<base href="https://${t.host}/"><img src="hit.gif">`),
  ),
  markup(
    'iframe of a data address',
    (t) => `<iframe src="data:text/html,${escaped(image(t))}"></iframe>`,
  ),
  markup(
    'iframe of a javascript address',
    (t) => `<iframe src="javascript:'${escaped(image(t))}'"></iframe>`,
  ),
  markup(
    'blank iframe, used while parsing',
    (t) => `<iframe></iframe><script>frames[frames.length - 1].fetch('${t.url('js')}')</script>`,
  ),
  markup(
    'blank object, used while parsing',
    (t) =>
      `<p>text</p><object data="about:blank" type="text/html"></object><script>addEventListener('load', () => frames[0].fetch('${t.url('js')}'))</script>`,
    { alone: true },
  ),
  inHead('link before its rel', (t) => `<link href="${t.url('js')}" as="script" rel="preload">`),
  inHead('preload of a style', (t) => `<link rel="preload" as="style" href="${t.url('css')}">`),
  inHead(
    'preload of a font',
    (t) => `<link rel="preload" as="font" crossorigin href="${t.url('woff2')}">`,
  ),
  inHead(
    'preload of data',
    (t) => `<link rel="preload" as="fetch" crossorigin href="${t.url('js')}">`,
  ),
  inHead(
    'preload by imagesrcset',
    (t) => `<link rel="preload" as="image" imagesrcset="${t.url('gif')} 1x">`,
  ),
  inHead('modulepreload', (t) => `<link rel="modulepreload" href="${t.url('js')}">`),
  inHead(
    'stylesheet, alternate',
    (t) => `<link rel="alternate stylesheet" title="a" href="${t.url('css')}">`,
  ),
  inHead('stylesheet for print', (t) => `<link rel=stylesheet media=print href="${t.url('css')}">`),
  inHead(
    'preconnect, upper-case and crossorigin',
    (t) => `<LINK CROSSORIGIN HREF="//${t.host}" REL="PRECONNECT">`,
    { connects: true },
  ),
  markup(
    'stylesheet in the body',
    (t) => `<p>text</p><link rel="stylesheet" href="${t.url('css')}">`,
  ),
  inHead(
    'inline module that imports',
    (t) => `<script type="module">import '${t.url('js')}'</script>`,
  ),
  inHead(
    'own module that imports',
    (t) => `<script type="module" src="${own('js', `import '${t.url('js')}'`)}"></script>`,
  ),
  inHead(
    'own stylesheet that imports',
    (t) => `<link rel="stylesheet" href="${escaped(own('css', `@import "${t.url('css')}"`))}">`,
  ),
  inHead(
    'own stylesheet with an image',
    (t) =>
      `<link rel="stylesheet" href="${escaped(own('css', `body { background: ${cssImage(t)} }`))}">`,
  ),
  inHead('redirected script', (t) => `<script src="${redirect(t.url('js'))}"></script>`),
  inHead(
    'redirected stylesheet',
    (t) => `<link rel="stylesheet" href="${redirect(t.url('css'))}">`,
  ),
  inHead(
    'redirected font',
    (t) =>
      `<style>@font-face { font-family: F; src: url(${redirect(t.url('woff2'))}) } body { font-family: F }</style>`,
    { body: () => '<p>text</p>' },
  ),
  markup('redirected iframe', (t) => `<iframe src="${redirect(t.url('html'))}"></iframe>`),
  markup(
    'redirected object',
    (t) => `<p>text</p><object data="${redirect(t.url('html'))}"></object>`,
  ),
  markup(
    'own frame that fetches',
    (t) => `<iframe src="${page(`<script>fetch('${t.url('js')}')</script>`)}"></iframe>`,
  ),
  markup(
    'own svg document',
    (t) =>
      `<p>text</p><object data="${escaped(own('svg', `<svg xmlns="http://www.w3.org/2000/svg"><image href="${t.url('gif')}" width="9" height="9"/></svg>`))}"></object>`,
  ),
  markup(
    'svg image by xlink',
    (t) => `<svg><image xlink:href="${t.url('gif')}" width="9" height="9"/></svg>`,
  ),
  markup(
    'svg image, set by animation',
    (t) =>
      `<svg><image width="9" height="9"><set attributeName="href" to="${t.url('gif')}"/></image></svg>`,
  ),
  markup('svg script', (t) => `<svg><script href="${t.url('js')}"></script></svg>`),
  markup(
    'svg style',
    (t) => `<p class="box">box</p><svg><style>.box { background: ${cssImage(t)} }</style></svg>`,
  ),
  markup('svg foreignObject', (t) => `<svg><foreignObject>${image(t)}</foreignObject></svg>`),
  markup('svg onload', (t) => `<svg onload="new Image().src = '${t.url('gif')}'"></svg>`),
  markup(
    'MathML annotation',
    (t) => `<math><annotation-xml encoding="text/html">${image(t)}</annotation-xml></math>`,
  ),
  markup(
    'details ontoggle',
    (t) => `<details open ontoggle="new Image().src = '${t.url('gif')}'">text</details>`,
  ),
  shadow('img', 'closed', image),
  shadow('style', 'closed', (t) => `<style>p { background: ${cssImage(t)} }</style><p>box</p>`),
  shadow('iframe', 'closed', (t) => `<iframe src="${t.url('html')}"></iframe>`),
  shadow('iframe', 'open', (t) => `<iframe src="${t.url('html')}"></iframe>`),
  shadow('script', 'open', scriptOf),
  shadow('script', 'closed', scriptOf),
  shadow('stylesheet', 'open', (t) => `<link rel="stylesheet" href="${t.url('css')}">`),
  shadow('style attribute', 'closed', (t) => `<p style="background: url(${t.url('gif')})">box</p>`),
  shadow(
    'one in one',
    'open',
    (t) => `<div><template shadowrootmode="closed">${image(t)}</template></div>`,
  ),
  shadow(
    'script in one in one',
    'open',
    (t) =>
      `<div><template shadowrootmode="open"><script src="${t.url('js')}"></script></template></div>`,
  ),
  style('import with layer', (t) => `@import url(${t.url('css')}) layer(x) screen;`),
  style('import, escaped', (t) => `@\\69mport "${t.url('css')}";`),
  style('escaped url', (t) => `.box { background: \\75rl(${t.url('gif')}) }`),
  style(
    'escaped address',
    (t) => `.box { background: url(${t.url('gif').replace('https', '\\68ttps')}) }`,
  ),
  style('comment within', (t) => `.box { background: /**/url( "${t.url('gif')}" ) }`),
  style('nesting', (t) => `body { & .box { background: ${cssImage(t)} } }`),
  style(
    'layer and media',
    (t) => `@layer a { @media all { .box { background: ${cssImage(t)} } } }`,
  ),
  style('image-set', (t) => `.box { background: -webkit-image-set("${t.url('gif')}" 1x) }`),
  style(
    'cross-fade',
    (t) => `.box { background: -webkit-cross-fade(${cssImage(t)}, ${cssImage(t)}, 50%) }`,
  ),
  style('cursor', (t) => `.box { cursor: ${cssImage(t)}, auto }`),
  style('list-style', (t) => `.box { display: list-item; list-style: ${cssImage(t)} }`),
  style('border-image', (t) => `.box { border: 9px solid; border-image: ${cssImage(t)} 9 }`),
  style('mask', (t) => `.box { mask: ${cssImage(t)} }`),
  style('shape-outside', (t) => `.box { float: left; shape-outside: ${cssImage(t)} }`),
  style('custom property', (t) => `:root { --i: ${cssImage(t)} } .box { background: var(--i) }`),
  style('before, content', (t) => `.box::before { content: ${cssImage(t)} }`),
  style(
    'keyframes',
    (t) =>
      `@keyframes k { from, to { background-image: ${cssImage(t)} } } .box { animation: k 9s }`,
  ),
  markup(
    'style attribute, image-set',
    (t) => `<p style='background: image-set("${t.url('gif')}" 1x)'>box</p>`,
  ),
  markup(
    'style attribute, escaped',
    (t) => `<p style="background: u\\72l(//${t.host}/hit.gif)">box</p>`,
  ),
  markup(
    'button with formaction',
    (t) =>
      `<iframe name="${t.key}" hidden></iframe><form target="${t.key}"><button id="go" formaction="${t.url('html')}">go</button></form>`,
    {
      script: () => `document.getElementById('go').click()`,
    },
  ),
  markup('area ping', (t) => `<map><area id="area" href="#there" ping="${t.url('gif')}"></map>`, {
    script: () => `document.getElementById('area').click()`,
  }),
];
