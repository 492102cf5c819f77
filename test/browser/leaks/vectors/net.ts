import { net } from './builders.ts';
import { pixel, worker, workerFile } from './snippets.ts';
import type { Vector } from '../vector.ts';

/** Calls that send. */
export const netVectors: readonly Vector[] = [
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
  net('first-party worker', (t) => `self.kept = new Worker('${workerFile(t)}')`),
  net('shared worker', (t) => `self.kept = new SharedWorker('${workerFile(t)}')`),
  net(
    'service worker',
    (t) =>
      `self.fenced = navigator.serviceWorker.register('${workerFile(t)}').then(() => navigator.serviceWorker.ready)`,
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
];
