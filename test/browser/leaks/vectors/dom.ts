import { dom } from './builders.ts';
import { blobOf, frame, image } from './snippets.ts';
import type { Vector } from '../vector.ts';

/** Elements that a script makes. */
export const domVectors: readonly Vector[] = [
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
      `const f = document.createElement('iframe'); f.name = '${t.key}'; document.body.append(f); const a = document.createElement('a'); a.target = '${t.key}'; a.href = '${t.url('html')}'; document.body.append(a); a.click()`,
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
      `const f = document.createElement('iframe'); f.src = ${blobOf(image(t), 'text/html')}; document.body.append(f)`,
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
      `const f = document.createElement('iframe'); f.name = '${t.key}'; const o = document.createElement('form'); o.method = 'post'; o.target = '${t.key}'; o.action = '${t.url('html')}'; document.body.append(f, o); o.submit()`,
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
];
