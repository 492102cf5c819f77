/** Where a vector sends to, and by which key it stores. */
export interface Target {
  /** An address at the other party; the extension decides what it answers. */
  url(extension: string): string;
  readonly host: string;
  /** Name of the cookie, storage key or database. */
  readonly key: string;
  /** UDP port of a STUN server. */
  readonly stun: number;
}

export type Group = 'markup' | 'dom' | 'net' | 'cssom' | 'storage';

/** One way to reach another party, or to store its ids. */
export interface Vector {
  readonly name: string;
  readonly group: Group;
  readonly head?: (target: Target) => string;
  readonly body?: (target: Target) => string;
  /** Runs at the load event, when the parser's observer is gone; `early` ones run while it parses. */
  readonly script?: (target: Target) => string;
  readonly early?: true;
  /** It fires when the page is left. */
  readonly leaves?: true;
  /** Counts connections instead of requests. */
  readonly connects?: true;
  /** An expression for what is stored, `undefined` when nothing is. */
  readonly stored?: (target: Target) => string;
}

const pixel = 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
/** First-party helpers of the page's own server, see `world.ts`. */
const redirect = (address: string): string => `/redirect?to=${encodeURIComponent(address)}`;
const slow = '<script src="/slow.js"></script>';

type Html = (target: Target) => string;
const markup = (name: string, body: Html, more: Partial<Vector> = {}): Vector => ({
  name: `markup ${name}`,
  group: 'markup',
  body,
  ...more,
});
const inHead = (name: string, head: Html, more: Partial<Vector> = {}): Vector => ({
  name: `markup ${name}`,
  group: 'markup',
  head,
  ...more,
});
const dom = (name: string, script: Html, more: Partial<Vector> = {}): Vector => ({
  name: `dom ${name}`,
  group: 'dom',
  script,
  ...more,
});
const net = (name: string, script: Html, more: Partial<Vector> = {}): Vector => ({
  name: `net ${name}`,
  group: 'net',
  script,
  ...more,
});
const cssom = (name: string, script: Html): Vector => ({
  name: `cssom ${name}`,
  group: 'cssom',
  body: () => '<p id="box">box</p>',
  script,
});
const storage = (name: string, script: Html, stored: Html): Vector => ({
  name: `storage ${name}`,
  group: 'storage',
  script,
  stored,
});

const blobOf = (code: string, type: string): string =>
  `URL.createObjectURL(new Blob([${JSON.stringify(code)}], { type: '${type}' }))`;
const worker = (code: string): string =>
  `self.kept = new Worker(${blobOf(code, 'text/javascript')})`;
const frame = (then: string): string =>
  `const f = document.createElement('iframe'); document.body.append(f); const w = f.contentWindow; ${then}`;
const image = (t: Target): string => `<img src="${t.url('gif')}">`;
const styleText = (t: Target): string => `url("${t.url('gif')}")`;

/** The public vectors of GATE.md, in its order. */
export const vectors: readonly Vector[] = [
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
  inHead('style-bg', (t) => `<style>body { background: ${styleText(t)} }</style>`),
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
      `<div><template shadowrootmode="open"><style>p { background: ${styleText(t)} }</style><p>box</p></template></div>`,
  ),
  markup('first-party-redirect-img', (t) => `<img src="${redirect(t.url('gif'))}">`),
  markup(
    'first-party-iframe-page',
    (t) => `<iframe src="/page?markup=${encodeURIComponent(image(t))}"></iframe>`,
  ),
  markup('a-ping', (t) => `<a id="a" href="#there" ping="${t.url('gif')}">a</a>`, {
    script: () => `document.getElementById('a').click()`,
  }),
  markup(
    'form-to-hidden-iframe',
    (t) =>
      `<iframe name="sink" hidden></iframe><form id="form" target="sink" action="${t.url('html')}"></form>`,
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

  dom(
    'GA snippet',
    (t) =>
      `window.dataLayer = window.dataLayer || []; function gtag() { dataLayer.push(arguments) } gtag('js', new Date()); gtag('config', 'G-1'); const s = document.createElement('script'); s.async = true; s.src = '${t.url('js')}?id=G-1'; const first = document.getElementsByTagName('script')[0]; first.parentNode.insertBefore(s, first)`,
  ),
  dom(
    'GTM snippet',
    (t) =>
      `(function (w, d, s, l, i) { w[l] = w[l] || []; w[l].push({ 'gtm.start': Date.now(), event: 'gtm.js' }); const f = d.getElementsByTagName(s)[0], j = d.createElement(s); j.async = true; j.src = '${t.url('js')}?id=' + i; f.parentNode.insertBefore(j, f) })(window, document, 'script', 'dataLayer', 'GTM-1')`,
  ),
  dom(
    'script by property',
    (t) =>
      `const s = document.createElement('script'); s.src = '${t.url('js')}'; document.head.appendChild(s)`,
  ),
  dom(
    'script src after append',
    (t) =>
      `const s = document.createElement('script'); document.head.appendChild(s); s.src = '${t.url('js')}'`,
  ),
  dom(
    'script by setAttribute',
    (t) =>
      `const s = document.createElement('script'); s.setAttribute('src', '${t.url('js')}'); document.head.append(s)`,
  ),
  dom(
    'script by Attr node',
    (t) =>
      `const s = document.createElement('script'); const a = document.createAttribute('src'); a.value = '${t.url('js')}'; s.setAttributeNode(a); document.head.append(s)`,
  ),
  dom(
    'script by importNode',
    (t) =>
      `const other = document.implementation.createHTMLDocument(''); const s = other.createElement('script'); s.setAttribute('src', '${t.url('js')}'); document.head.append(document.importNode(s, true))`,
  ),
  dom(
    'script by createContextualFragment',
    (t) =>
      `document.head.append(document.createRange().createContextualFragment('<script src="${t.url('js')}"></scr' + 'ipt>'))`,
  ),
  dom(
    'script by document.write',
    (t) => `document.write('<script src="${t.url('js')}"></scr' + 'ipt>')`,
    { early: true },
  ),
  dom(
    'svg script',
    (t) =>
      `const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg'); const s = document.createElementNS('http://www.w3.org/2000/svg', 'script'); s.setAttributeNS('http://www.w3.org/1999/xlink', 'xlink:href', '${t.url('js')}'); svg.append(s); document.body.append(svg)`,
  ),
  dom(
    'script from blob',
    (t) =>
      `const s = document.createElement('script'); s.src = ${blobOf(`new Image().src = '${t.url('gif')}'`, 'text/javascript')}; document.head.append(s)`,
  ),
  dom(
    'script by text',
    (t) =>
      `const s = document.createElement('script'); s.text = "new Image().src = '${t.url('gif')}'"; document.head.append(s)`,
  ),
  dom('img by document.write', (t) => `document.write('${image(t)}')`, { early: true }),
  dom('new Image', (t) => `self.kept = new Image(); kept.src = '${t.url('gif')}'`),
  dom(
    'img by attribute',
    (t) =>
      `const i = document.createElement('img'); i.setAttribute('src', '${t.url('gif')}'); document.body.append(i)`,
  ),
  dom(
    'img created, never attached',
    (t) => `document.createElement('img').src = '${t.url('gif')}'`,
  ),
  dom(
    'img by innerHTML, never attached',
    (t) => `self.kept = document.createElement('div'); kept.innerHTML = '${image(t)}'`,
  ),
  dom(
    'img by innerHTML',
    (t) =>
      `const d = document.createElement('div'); document.body.append(d); d.innerHTML = '${image(t)}'`,
  ),
  dom(
    'img by insertAdjacentHTML',
    (t) => `document.body.insertAdjacentHTML('beforeend', '${image(t)}')`,
  ),
  dom(
    'img by setHTMLUnsafe',
    (t) =>
      `const d = document.createElement('div'); document.body.append(d); d.setHTMLUnsafe('${image(t)}')`,
  ),
  dom(
    'img by DOMParser and adoptNode',
    (t) =>
      `document.body.append(document.adoptNode(new DOMParser().parseFromString('${image(t)}', 'text/html').body.firstChild))`,
  ),
  dom(
    'img by template clone',
    (t) =>
      `const l = document.createElement('template'); l.innerHTML = '${image(t)}'; document.body.append(l.content.cloneNode(true))`,
  ),
  dom(
    'img by execCommand',
    (t) =>
      `const d = document.createElement('div'); d.contentEditable = 'true'; d.textContent = 'x'; document.body.append(d); d.focus(); document.execCommand('insertHTML', false, '${image(t)}')`,
  ),
  dom(
    'img by outerHTML of svg',
    (t) =>
      `const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg'); document.body.append(svg); svg.outerHTML = '${image(t)}'`,
  ),
  dom(
    'img in an open shadow root',
    (t) =>
      `const d = document.createElement('div'); document.body.append(d); const i = document.createElement('img'); i.src = '${t.url('gif')}'; d.attachShadow({ mode: 'open' }).append(i)`,
  ),
  dom(
    'img by innerHTML of a closed shadow root',
    (t) =>
      `const d = document.createElement('div'); document.body.append(d); d.attachShadow({ mode: 'closed' }).innerHTML = '${image(t)}'`,
  ),
  dom(
    'iframe by property',
    (t) =>
      `const f = document.createElement('iframe'); f.src = '${t.url('html')}'; document.body.append(f)`,
  ),
  dom(
    'iframe src after append',
    (t) =>
      `const f = document.createElement('iframe'); document.body.append(f); f.src = '${t.url('html')}'`,
  ),
  dom(
    'iframe by target name',
    (t) =>
      `const f = document.createElement('iframe'); f.name = 'sink'; document.body.append(f); const a = document.createElement('a'); a.target = 'sink'; a.href = '${t.url('html')}'; document.body.append(a); a.click()`,
  ),
  dom(
    'iframe srcdoc',
    (t) =>
      `const f = document.createElement('iframe'); f.srcdoc = '${image(t)}'; document.body.append(f)`,
  ),
  dom(
    'iframe srcdoc that fetches',
    (t) =>
      `const f = document.createElement('iframe'); f.srcdoc = '<script>fetch("${t.url('js')}")</scr' + 'ipt>'; document.body.append(f)`,
  ),
  dom('blank iframe, its fetch', (t) => frame(`w.fetch('${t.url('js')}')`)),
  dom('blank iframe, its Image', (t) =>
    frame(`self.kept = new w.Image(); kept.src = '${t.url('gif')}'`),
  ),
  dom('blank iframe, its XHR', (t) =>
    frame(`const x = new w.XMLHttpRequest(); x.open('GET', '${t.url('js')}'); x.send()`),
  ),
  dom('blank iframe, a script in it', (t) =>
    frame(
      `const s = w.document.createElement('script'); s.src = '${t.url('js')}'; w.document.body.append(s)`,
    ),
  ),
  dom('blank iframe, written into', (t) =>
    frame(`w.document.open(); w.document.write('${image(t)}'); w.document.close()`),
  ),
  dom(
    'iframe from blob',
    (t) =>
      `const f = document.createElement('iframe'); f.src = ${blobOf(image({ ...t }), 'text/html')}; document.body.append(f)`,
  ),
  dom(
    'iframe from data URL',
    (t) =>
      `const f = document.createElement('iframe'); f.src = 'data:text/html,' + encodeURIComponent('${image(t)}'); document.body.append(f)`,
  ),
  dom('setter borrowed from a blank iframe', (t) =>
    frame(
      `const set = Object.getOwnPropertyDescriptor(w.HTMLImageElement.prototype, 'src').set; self.kept = document.createElement('img'); set.call(kept, '${t.url('gif')}')`,
    ),
  ),
  dom(
    'link stylesheet',
    (t) =>
      `const l = document.createElement('link'); l.rel = 'stylesheet'; l.href = '${t.url('css')}'; document.head.append(l)`,
  ),
  dom(
    'link prefetch',
    (t) =>
      `const l = document.createElement('link'); l.rel = 'prefetch'; l.href = '${t.url('js')}'; document.head.append(l)`,
  ),
  dom(
    'link preload by relList',
    (t) =>
      `const l = document.createElement('link'); l.relList.add('preload'); l.as = 'image'; l.href = '${t.url('gif')}'; document.head.append(l)`,
  ),
  dom(
    'link preconnect',
    (t) =>
      `const l = document.createElement('link'); l.rel = 'preconnect'; l.href = 'https://${t.host}'; document.head.append(l)`,
    { connects: true },
  ),
  dom(
    'video',
    (t) =>
      `const v = document.createElement('video'); v.preload = 'auto'; v.src = '${t.url('mp4')}'; document.body.append(v)`,
  ),
  dom(
    'embed',
    (t) =>
      `const e = document.createElement('embed'); e.src = '${t.url('html')}'; document.body.append(e)`,
  ),
  dom(
    'input image',
    (t) =>
      `const i = document.createElement('input'); i.type = 'image'; i.src = '${t.url('gif')}'; document.body.append(i)`,
  ),
  dom(
    'form submit',
    (t) =>
      `const f = document.createElement('iframe'); f.name = 'sink'; const o = document.createElement('form'); o.method = 'post'; o.target = 'sink'; o.action = '${t.url('html')}'; document.body.append(f, o); o.submit()`,
  ),
  dom(
    'a ping',
    (t) =>
      `const a = document.createElement('a'); a.href = '#there'; a.ping = '${t.url('gif')}'; document.body.append(a); a.click()`,
  ),
  dom("eval'd string", (t) => `(0, eval)("self.kept = new Image(); kept.src = '${t.url('gif')}'")`),
  dom(
    'Object.assign',
    (t) => `self.kept = Object.assign(document.createElement('img'), { src: '${t.url('gif')}' })`,
  ),
  dom(
    'late timer',
    (t) =>
      `self.fenced = new Promise((done) => setTimeout(() => { new Image().src = '${t.url('gif')}'; done() }, 30))`,
  ),

  net('fetch', (t) => `fetch('${t.url('js')}')`),
  net(
    'fetch, CORS post',
    (t) =>
      `fetch('${t.url('js')}', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })`,
  ),
  net('fetch, Request object', (t) => `fetch(new Request('${t.url('js')}'))`),
  net('fetch, keepalive', (t) => `fetch('${t.url('js')}', { keepalive: true, mode: 'no-cors' })`),
  net(
    'fetch, upper-case host',
    (t) => `fetch('${t.url('js').replace(t.host, t.host.toUpperCase())}')`,
  ),
  net(
    'fetch, port and trailing dot',
    (t) => `fetch('${t.url('js').replace(t.host, `${t.host}.:443`)}')`,
  ),
  net(
    'fetch, backslashes',
    (t) => `fetch(${JSON.stringify(t.url('js').replace('https://', '\\\\'))})`,
  ),
  net(
    'XHR',
    (t) => `const x = new XMLHttpRequest(); x.open('POST', '${t.url('js')}'); x.send('hit')`,
  ),
  net('sendBeacon', (t) => `navigator.sendBeacon('${t.url('gif')}', 'hit')`),
  net(
    'sendBeacon at pagehide',
    (t) => `addEventListener('pagehide', () => navigator.sendBeacon('${t.url('gif')}', 'hit'))`,
    { leaves: true },
  ),
  net('WebSocket', (t) => `self.kept = new WebSocket('wss://${t.host}/')`),
  net('EventSource', (t) => `self.kept = new EventSource('${t.url('events')}')`),
  net('import()', (t) => `import('${t.url('js')}')`),
  net('worker from blob, fetch', (t) => worker(`fetch('${t.url('js')}')`)),
  net('worker from blob, importScripts', (t) => worker(`importScripts('${t.url('js')}')`)),
  net('worker from blob, XHR', (t) =>
    worker(`const x = new XMLHttpRequest(); x.open('GET', '${t.url('js')}', false); x.send()`),
  ),
  net(
    'worker from data URL',
    (t) =>
      `self.kept = new Worker('data:text/javascript,' + encodeURIComponent("fetch('${t.url('js')}')"))`,
  ),
  net(
    'first-party worker',
    (t) => `self.kept = new Worker('/worker.js?to=${encodeURIComponent(t.url('js'))}')`,
  ),
  net(
    'shared worker',
    (t) => `self.kept = new SharedWorker('/worker.js?to=${encodeURIComponent(t.url('js'))}')`,
  ),
  net(
    'service worker',
    (t) =>
      `self.fenced = navigator.serviceWorker.register('/worker.js?to=${encodeURIComponent(t.url('js'))}').then(() => navigator.serviceWorker.ready)`,
  ),
  net('paint worklet', (t) => `CSS.paintWorklet.addModule('${t.url('js')}')`),
  net(
    'STUN',
    (t) =>
      `self.kept = new RTCPeerConnection({ iceServers: [{ urls: 'stun:${t.host}:${t.stun}' }] }); kept.createDataChannel('c'); kept.createOffer().then((offer) => kept.setLocalDescription(offer))`,
    { connects: true },
  ),
  net(
    'FontFace',
    (t) =>
      `const f = new FontFace('F', 'url(${t.url('woff2')})'); document.fonts.add(f); f.load().catch(() => {})`,
  ),
  net(
    'image decoded, then fetch in a worker',
    (t) =>
      `const i = new Image(); i.src = 'data:image/gif;base64,${pixel}'; self.fenced = i.decode().then(() => { ${worker(`onmessage = (event) => fetch(event.data)`)}; kept.postMessage('${t.url('js')}') })`,
  ),

  cssom('style property', (t) => `box.style.backgroundImage = '${styleText(t)}'`),
  cssom('setProperty', (t) => `box.style.setProperty('background-image', '${styleText(t)}')`),
  cssom('setAttribute of style', (t) => `box.setAttribute('style', 'background: ${styleText(t)}')`),
  cssom(
    'custom property',
    (t) => `box.style.setProperty('--i', '${styleText(t)}'); box.style.background = 'var(--i)'`,
  ),
  cssom(
    'attributeStyleMap',
    (t) => `box.attributeStyleMap.set('background-image', '${styleText(t)}')`,
  ),
  cssom(
    'insertRule',
    (t) =>
      `document.head.append(document.createElement('style')); document.styleSheets[document.styleSheets.length - 1].insertRule('#box { background: ${styleText(t)} }')`,
  ),
  cssom(
    'adoptedStyleSheets',
    (t) =>
      `const s = new CSSStyleSheet(); s.replaceSync('#box { background: ${styleText(t)} }'); document.adoptedStyleSheets = [s]`,
  ),
  cssom(
    'textContent of style',
    (t) =>
      `const s = document.createElement('style'); s.textContent = '#box { background: ${styleText(t)} }'; document.head.append(s)`,
  ),
  cssom(
    'image-set',
    (t) =>
      `const s = document.createElement('style'); s.append('#box { background: image-set("${t.url('gif')}" 1x) }'); document.head.append(s)`,
  ),
  cssom(
    'content',
    (t) =>
      `const s = document.createElement('style'); s.append('#box::before { content: ${styleText(t)} }'); document.head.append(s)`,
  ),

  storage(
    'document.cookie',
    (t) => `document.cookie = '${t.key}=1; path=/'`,
    (t) => `document.cookie.match('${t.key}')?.[0]`,
  ),
  storage(
    'cookie through the prototype',
    (t) =>
      `Object.getOwnPropertyDescriptor(Document.prototype, 'cookie').set.call(document, '${t.key}=1; path=/')`,
    (t) => `document.cookie.match('${t.key}')?.[0]`,
  ),
  storage(
    'cookieStore',
    (t) => `self.fenced = Promise.race([cookieStore.set('${t.key}', '1'), fetch('/fence')])`,
    (t) => `cookieStore.get('${t.key}').then((one) => one?.value)`,
  ),
  storage(
    'localStorage',
    (t) => `localStorage.setItem('${t.key}', '1')`,
    (t) => `localStorage.getItem('${t.key}') ?? undefined`,
  ),
  storage(
    'sessionStorage',
    (t) => `sessionStorage.setItem('${t.key}', '1')`,
    (t) => `sessionStorage.getItem('${t.key}') ?? undefined`,
  ),
  storage(
    'indexedDB',
    (t) =>
      `self.kept = indexedDB.open('${t.key}'); kept.onupgradeneeded = () => kept.result.createObjectStore('s')`,
    (t) => `indexedDB.databases().then((all) => all.find(({ name }) => name === '${t.key}')?.name)`,
  ),
];
