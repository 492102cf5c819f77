import type { Vector } from '../../vector.ts';
import { net } from '../builders.ts';
import { blobOf, frame, page, redirect, worker, workerFile } from '../snippets.ts';

const offer =
  "kept.createDataChannel('c'); kept.createOffer().then((one) => kept.setLocalDescription(one))";
const atLeave = (event: string, where: string): Vector =>
  net(
    `sendBeacon at ${event}`,
    (t) =>
      `${where}.addEventListener('${event}', () => navigator.sendBeacon('${t.url('gif')}', 'hit'))`,
    { leaves: true },
  );
const text = (code: string): string => `/text.js?text=${encodeURIComponent(code)}`;

/** Calls that are not on the public list. */
export const netSiblings: readonly Vector[] = [
  net('fetch, URL object', (t) => `fetch(new URL('${t.url('js')}'))`),
  net('fetch, object with toString', (t) => `fetch({ toString: () => '${t.url('js')}' })`),
  net('fetch, HEAD', (t) => `fetch('${t.url('js')}', { method: 'HEAD', mode: 'no-cors' })`),
  net(
    'fetch, Request of a Request',
    (t) => `fetch(new Request(new Request('${t.url('js')}'), { mode: 'no-cors' }))`,
  ),
  net(
    'fetch, subclass of Request',
    (t) => `fetch(new (class extends Request {})('${t.url('js')}'))`,
  ),
  net(
    'XHR, userinfo',
    (t) =>
      `const x = new XMLHttpRequest(); x.open('GET', 'https://a:b@${t.host}/hit.js'); x.send()`,
  ),
  net('fetch by Reflect.apply', (t) => `Reflect.apply(fetch, undefined, ['${t.url('js')}'])`),
  net('fetch, redirected', (t) => `fetch('${redirect(t.url('js'))}')`),
  net(
    'fetch, foreign base',
    (t) =>
      `const b = document.createElement('base'); b.href = 'https://${t.host}/'; document.head.append(b); fetch('hit.js')`,
    { alone: true },
  ),
  net('fetch in new Function', (t) => `new Function("fetch('${t.url('js')}')")()`),
  net('fetch in a string timer', (t) => `setTimeout("fetch('${t.url('js')}')", 0)`),
  net(
    'fetch in a javascript link',
    (t) =>
      `const a = document.createElement('a'); a.href = "javascript:void fetch('${t.url('js')}')"; document.body.append(a); a.click()`,
  ),
  net('fetchLater', (t) => `fetchLater('${t.url('js')}', { activateAfter: 0 })`),
  net(
    'XHR, synchronous',
    (t) =>
      `const x = new XMLHttpRequest(); x.open('GET', '${t.url('js')}', false); try { x.send() } catch {}`,
  ),
  net(
    'XHR, URL object',
    (t) => `const x = new XMLHttpRequest(); x.open('GET', new URL('${t.url('js')}')); x.send()`,
  ),
  net(
    'XHR through the prototype',
    (t) =>
      `const x = new XMLHttpRequest(); XMLHttpRequest.prototype.open.call(x, 'GET', '${t.url('js')}', true); XMLHttpRequest.prototype.send.call(x)`,
  ),
  net(
    'XHR, subclass',
    (t) =>
      `const x = new (class extends XMLHttpRequest {})(); x.open('GET', '${t.url('js')}'); x.send()`,
  ),
  net('XHR, opened by a blank frame', (t) =>
    frame(
      `const x = new XMLHttpRequest(); w.XMLHttpRequest.prototype.open.call(x, 'GET', '${t.url('js')}', true); w.XMLHttpRequest.prototype.send.call(x)`,
    ),
  ),
  net(
    'XHR, redirected',
    (t) => `const x = new XMLHttpRequest(); x.open('GET', '${redirect(t.url('js'))}'); x.send()`,
  ),
  net(
    'sendBeacon through the prototype',
    (t) =>
      `Navigator.prototype.sendBeacon.call(navigator, new URL('${t.url('gif')}'), new Blob(['hit']))`,
  ),
  net('sendBeacon of a blank frame', (t) =>
    frame(`w.navigator.sendBeacon('${t.url('gif')}', 'hit')`),
  ),
  net("blank frame's sendBeacon on this navigator", (t) =>
    frame(`w.Navigator.prototype.sendBeacon.call(navigator, '${t.url('gif')}')`),
  ),
  net('sendBeacon, redirected', (t) => `navigator.sendBeacon('${redirect(t.url('gif'))}', 'hit')`),
  atLeave('visibilitychange', 'document'),
  atLeave('beforeunload', 'self'),
  net(
    'keepalive fetch at pagehide',
    (t) =>
      `addEventListener('pagehide', () => fetch('${t.url('js')}', { keepalive: true, mode: 'no-cors' }))`,
    { leaves: true },
  ),
  net(
    'Image at pagehide',
    (t) => `addEventListener('pagehide', () => { new Image().src = '${t.url('gif')}' })`,
    { leaves: true },
  ),
  net(
    'WebSocket, subprotocol',
    (t) => `self.kept = new WebSocket(new URL('wss://${t.host}/'), ['hit'])`,
  ),
  net('WebSocket of a blank frame', (t) =>
    frame(`self.kept = new w.WebSocket('wss://${t.host}/')`),
  ),
  net('WebSocket, https address', (t) => `self.kept = new WebSocket('https://${t.host}/')`),
  net(
    'EventSource, credentials',
    (t) => `self.kept = new EventSource('${t.url('events')}', { withCredentials: true })`,
  ),
  net('EventSource of a blank frame', (t) =>
    frame(`self.kept = new w.EventSource('${t.url('events')}')`),
  ),
  net('import() in eval', (t) => `(0, eval)("import('${t.url('js')}')")`),
  net('import() in new Function', (t) => `new Function("return import('${t.url('js')}')")()`),
  net(
    'import() in an added script',
    (t) =>
      `const s = document.createElement('script'); s.textContent = "import('${t.url('js')}')"; document.head.append(s)`,
  ),
  net(
    'import in an added module',
    (t) =>
      `const s = document.createElement('script'); s.type = 'module'; s.append("import '${t.url('js')}'"); document.head.append(s)`,
  ),
  net('import() of an own module that imports', (t) =>
    `import('${text(`import '${t.url('js')}'`)}')`.replace(
      /import\('(.*)'\)$/,
      (_, address: string) => `import("${address}")`,
    ),
  ),
  net(
    'import() of a blob module that imports',
    (t) => `import(${blobOf(`import '${t.url('js')}'`, 'text/javascript')})`,
  ),
  net(
    'importmap by script',
    (t) =>
      `const m = document.createElement('script'); m.type = 'importmap'; m.textContent = '{"imports":{"tag":"${t.url('js')}"}}'; document.head.append(m); const s = document.createElement('script'); s.type = 'module'; s.textContent = 'import "tag"'; document.head.append(s)`,
  ),
  net(
    'blob worker, module',
    (t) =>
      `self.kept = new Worker(${blobOf(`fetch('${t.url('js')}')`, 'text/javascript')}, { type: 'module' })`,
  ),
  net(
    'blob worker, module import',
    (t) =>
      `self.kept = new Worker(${blobOf(`import '${t.url('js')}'`, 'text/javascript')}, { type: 'module' })`,
  ),
  net('blob worker, import()', (t) => worker(`import('${t.url('js')}')`)),
  net('blob worker, WebSocket', (t) => worker(`new WebSocket('wss://${t.host}/')`)),
  net('blob worker, EventSource', (t) => worker(`new EventSource('${t.url('events')}')`)),
  net('blob worker in a blob worker', (t) =>
    worker(`new Worker(URL.createObjectURL(new Blob(["fetch('${t.url('js')}')"])))`),
  ),
  net('blob worker of a blank frame', (t) =>
    frame(`self.kept = new w.Worker(${blobOf(`fetch('${t.url('js')}')`, 'text/javascript')})`),
  ),
  net(
    'data worker, module',
    (t) =>
      `self.kept = new Worker('data:text/javascript,' + encodeURIComponent("import '${t.url('js')}'"), { type: 'module' })`,
  ),
  net(
    'shared worker from blob',
    (t) => `self.kept = new SharedWorker(${blobOf(`fetch('${t.url('js')}')`, 'text/javascript')})`,
  ),
  net(
    'first-party module worker',
    (t) => `self.kept = new Worker('${workerFile(t)}', { type: 'module' })`,
  ),
  net(
    'first-party worker, redirected fetch',
    (t) => `self.kept = new Worker("${text(`fetch('${redirect(t.url('js'))}')`)}")`,
  ),
  net(
    'service worker, importScripts',
    (t) =>
      `self.fenced = navigator.serviceWorker.register("${text(`importScripts('${t.url('js')}')`)}").catch(() => {})`,
  ),
  net(
    'audio worklet',
    (t) =>
      `self.kept = new AudioContext(); kept.audioWorklet.addModule('${t.url('js')}').catch(() => {})`,
  ),
  net(
    'audio worklet, module that imports',
    (t) =>
      `self.kept = new AudioContext(); kept.audioWorklet.addModule(${blobOf(`import '${t.url('js')}'`, 'text/javascript')}).catch(() => {})`,
  ),
  net(
    'cache.add',
    (t) =>
      `self.kept = caches.open('own').then((cache) => cache.add('${t.url('js')}')).catch(() => {})`,
  ),
  net(
    'cache.addAll',
    (t) =>
      `self.kept = caches.open('own').then((cache) => cache.addAll([new Request('${t.url('js')}')])).catch(() => {})`,
  ),
  net(
    'STUN by setConfiguration',
    (t) =>
      `self.kept = new RTCPeerConnection(); kept.setConfiguration({ iceServers: [{ urls: ['stun:${t.host}:${t.stun}'] }] }); ${offer}`,
    { connects: true },
  ),
  net(
    'STUN by the prefixed name',
    (t) =>
      `self.kept = new webkitRTCPeerConnection({ iceServers: [{ urls: 'stun:${t.host}:${t.stun}' }] }); ${offer}`,
    { connects: true },
  ),
  net(
    'STUN of a blank frame',
    (t) =>
      frame(
        `self.kept = new w.RTCPeerConnection({ iceServers: [{ urls: 'stun:${t.host}:${t.stun}' }] }); ${offer}`,
      ),
    { connects: true },
  ),
  net(
    'FontFace, not added',
    (t) => `new FontFace('F', 'url("${t.url('woff2')}") format("woff2")').load().catch(() => {})`,
  ),
  net(
    'document.fonts.load',
    (t) =>
      `const s = document.createElement('style'); s.append('@font-face { font-family: F; src: url(${t.url('woff2')}) }'); document.head.append(s); document.fonts.load('9px F').catch(() => {})`,
  ),
  net('FontFace of a blank frame', (t) =>
    frame(`new w.FontFace('F', 'url(${t.url('woff2')})').load().catch(() => {})`),
  ),
  net('new Audio', (t) => `self.kept = new Audio('${t.url('mp4')}')`),
  net(
    'frame of its own that is reached into',
    (t) =>
      `const f = document.createElement('iframe'); f.src = '${page('own')}'; f.onload = () => f.contentWindow.fetch('${t.url('js')}'); self.fenced = new Promise((done) => f.addEventListener('load', done)); document.body.append(f)`,
  ),
  net(
    'FedCM',
    (t) =>
      `navigator.credentials.get({ identity: { providers: [{ configURL: 'https://${t.host}/hit.js', clientId: 'c' }] } }).catch(() => {})`,
  ),
  net(
    'PaymentRequest',
    (t) =>
      `new PaymentRequest([{ supportedMethods: 'https://${t.host}/hit.js' }], { total: { label: 't', amount: { currency: 'EUR', value: '1' } } }).canMakePayment().catch(() => {})`,
  ),
];
