import type { Target, Vector } from '../../vector.ts';
import { dom } from '../builders.ts';
import { blobOf, frame, image, redirect } from '../snippets.ts';

/** An attached image `i` without an address. */
const img = "const i = document.createElement('img'); document.body.append(i);";
const div = "const d = document.createElement('div'); document.body.append(d);";
const iframe = "const f = document.createElement('iframe'); document.body.append(f);";
const svgImage =
  "const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg'); const i = document.createElementNS('http://www.w3.org/2000/svg', 'image'); svg.append(i); document.body.append(svg);";
const ready = (t: Target): string =>
  `const i = document.createElement('img'); i.setAttribute('src', '${t.url('gif')}');`;
/** Puts a blank frame somewhere by `put`, and fetches through it at once. */
const framed = (name: string, put: string): Vector =>
  dom(
    `blank iframe by ${name}, its fetch`,
    (t) =>
      `${div} const f = document.createElement('iframe'); ${put}; self[0].fetch('${t.url('js')}')`,
  );
const scripted = (name: string, fill: (code: string) => string): Vector =>
  dom(
    `script by ${name}`,
    (t) =>
      `const s = document.createElement('script'); ${fill(`"self.kept = new Image(); kept.src = '${t.url('gif')}'"`)}; document.head.append(s)`,
  );
const early = { early: true } as const;
const bare = (t: Target): string => t.url('js').replace(/^https:/, '');

/** Elements that are not on the public list. */
export const domSiblings: readonly Vector[] = [
  dom('img by setAttributeNS', (t) => `${img} i.setAttributeNS(null, 'src', '${t.url('gif')}')`),
  dom('img by upper-case attribute', (t) => `${img} i.setAttribute('SRC', '${t.url('gif')}')`),
  dom(
    'img by setNamedItem',
    (t) =>
      `${img} const a = document.createAttribute('src'); a.value = '${t.url('gif')}'; i.attributes.setNamedItem(a)`,
  ),
  dom(
    'img by value of its Attr',
    (t) => `${img} i.setAttribute('src', ''); i.attributes.src.value = '${t.url('gif')}'`,
  ),
  dom(
    'img by nodeValue of its Attr',
    (t) =>
      `${img} i.setAttribute('src', ''); i.getAttributeNode('src').nodeValue = '${t.url('gif')}'`,
  ),
  dom(
    'img by textContent of its Attr',
    (t) =>
      `${img} i.setAttribute('src', ''); i.getAttributeNode('src').textContent = '${t.url('gif')}'`,
  ),
  dom(
    'img by an Attr of another element',
    (t) =>
      `${img} const p = document.createElement('p'); p.setAttribute('src', '${t.url('gif')}'); i.setAttributeNode(p.removeAttributeNode(p.attributes[0]))`,
  ),
  dom('img by srcset', (t) => `${img} i.srcset = '${t.url('gif')} 1x'`),
  dom(
    'img by srcset attribute',
    (t) => `${img} i.setAttribute('srcset', '/own.gif 9x, ${t.url('gif')} 1x')`,
  ),
  dom(
    'img by a borrowed setter',
    (t) => `${img} i.__lookupSetter__('src').call(i, '${t.url('gif')}')`,
  ),
  dom('img by Reflect.set', (t) => `${img} Reflect.set(i, 'src', '${t.url('gif')}')`),
  dom('img by a URL object', (t) => `${img} i.src = new URL('${t.url('gif')}')`),
  dom(
    'img of a subclass',
    (t) =>
      `customElements.define('own-img', class extends HTMLImageElement {}, { extends: 'img' }); const i = document.createElement('img', { is: 'own-img' }); i.src = '${t.url('gif')}'; self.kept = i`,
  ),
  dom(
    'img by a custom element',
    (t) =>
      `customElements.define('own-box', class extends HTMLElement { connectedCallback() { this.innerHTML = '${image(t)}' } }); document.body.append(document.createElement('own-box'))`,
  ),
  dom(
    'img by picture and source',
    (t) =>
      `const p = document.createElement('picture'); const s = document.createElement('source'); s.srcset = '${t.url('gif')}'; p.append(s, document.createElement('img')); document.body.append(p)`,
  ),
  dom(
    'img of another document, adopted',
    (t) =>
      `const other = document.implementation.createHTMLDocument(''); other.body.innerHTML = '${image(t)}'; document.body.append(other.body.firstChild)`,
  ),
  dom(
    'img by parseHTMLUnsafe',
    (t) => `document.body.append(Document.parseHTMLUnsafe('${image(t)}').body.firstChild)`,
  ),
  dom(
    'img by XHR document',
    (t) =>
      `const x = new XMLHttpRequest(); x.responseType = 'document'; x.open('GET', '/page?markup=' + encodeURIComponent('${image(t)}')); self.fenced = new Promise((done) => { x.onload = () => { document.body.append(x.response.querySelector('img')); done() } }); x.send()`,
  ),
  dom(
    'img by cloneNode',
    (t) =>
      `const l = document.createElement('template'); l.innerHTML = '${image(t)}'; document.body.append(l.content.firstChild.cloneNode())`,
  ),
  dom(
    'img by insertNode',
    (t) =>
      `${div} const l = document.createElement('template'); l.innerHTML = '${image(t)}'; const r = new Range(); r.selectNodeContents(d); r.insertNode(l.content)`,
  ),
  dom(
    'img by surroundContents',
    (t) =>
      `${div} d.append('x'); const other = document.implementation.createHTMLDocument(''); const p = other.createElement('p'); const r = new Range(); r.selectNode(d.firstChild); other.body.innerHTML = '<p></p>'; p.innerHTML = ''; r.surroundContents(document.adoptNode(p)); p.innerHTML = '${image(t)}'`,
  ),
  dom(
    'img by replaceChildren',
    (t) =>
      `${div} const l = document.createElement('template'); l.innerHTML = '${image(t)}'; d.replaceChildren(l.content)`,
  ),
  dom(
    'img by replaceWith',
    (t) =>
      `${div} const l = document.createElement('template'); l.innerHTML = '${image(t)}'; d.replaceWith(l.content.firstChild)`,
  ),
  dom(
    'img by insertAdjacentElement',
    (t) =>
      `${div} const l = document.createElement('template'); l.innerHTML = '${image(t)}'; d.insertAdjacentElement('afterend', l.content.firstChild)`,
  ),
  dom('img by outerHTML', (t) => `${div} d.outerHTML = '<p>${image(t)}</p>'`),
  dom(
    'img by innerHTML of svg foreignObject',
    (t) => `${div} d.innerHTML = '<svg><foreignObject>${image(t)}</foreignObject></svg>'`,
  ),
  dom(
    'img by srcset in innerHTML',
    (t) => `${div} d.innerHTML = '<img srcset="${t.url('gif')} 2x, ${t.url('gif')} 1x">'`,
  ),
  dom('img by document.writeln', (t) => `document.writeln('<p>', '${image(t)}')`, early),
  dom(
    'img by split document.write',
    (t) => `document.write('<im'); document.write('g src="${t.url('gif')}"'); document.write('>')`,
    early,
  ),
  dom(
    'script by split document.write',
    (t) => `document.write('<script src="${t.url('js')}"><'); document.write('/script>')`,
    early,
  ),
  dom(
    'img by document.open and write',
    (t) =>
      `self.fenced = new Promise((done) => setTimeout(() => { document.open(); document.write('<p>new</p>${image(t)}'); document.close(); done() }))`,
    { alone: true },
  ),
  dom(
    'stylesheet by document.write',
    (t) => `document.write('<link rel="stylesheet" href="${t.url('css')}">')`,
    early,
  ),
  dom(
    'iframe by document.write',
    (t) => `document.write('<iframe src="${t.url('html')}"></iframe>')`,
    early,
  ),
  dom(
    'img right behind a script by document.write',
    (t) => `document.write('<script>self.own = 1<\\/script>${image(t)}')`,
    early,
  ),
  dom(
    'img by DOMContentLoaded',
    (t) =>
      `document.addEventListener('DOMContentLoaded', () => document.body.insertAdjacentHTML('beforeend', '${image(t)}'))`,
    early,
  ),
  dom(
    'shadow root by setHTMLUnsafe',
    (t) =>
      `${div} d.setHTMLUnsafe('<div><template shadowrootmode="open">${image(t)}</template></div>')`,
  ),
  dom(
    'closed shadow root by setHTMLUnsafe, iframe',
    (t) =>
      `${div} d.setHTMLUnsafe('<div><template shadowrootmode="closed"><iframe src="${t.url('html')}"></iframe></template></div>')`,
  ),
  dom(
    'setHTMLUnsafe of a shadow root',
    (t) => `${div} d.attachShadow({ mode: 'closed' }).setHTMLUnsafe('${image(t)}')`,
  ),
  dom(
    'shadow root by parseHTMLUnsafe',
    (t) =>
      `document.body.append(Document.parseHTMLUnsafe('<div><template shadowrootmode="closed">${image(t)}</template></div>').body.firstChild)`,
  ),
  dom(
    'shadow root by document.write',
    (t) => `document.write('<div><template shadowrootmode="closed">${image(t)}</template></div>')`,
    early,
  ),
  ...(['open', 'closed'] as const).map((mode) =>
    dom(
      `script in a shadow root by document.write, ${mode}`,
      (t) =>
        `document.write('<div><template shadowrootmode="${mode}"><script src="${t.url('js')}"></scr' + 'ipt></template></div>')`,
      early,
    ),
  ),
  dom(
    'nested shadow root by parseHTMLUnsafe, iframe',
    (t) =>
      `document.body.append(Document.parseHTMLUnsafe('<div><div><template shadowrootmode="open"><iframe src="${t.url('html')}"></iframe></template></div></div>').body.firstChild)`,
  ),
  dom(
    'script of a created document, address without a scheme',
    (t) =>
      `const other = document.implementation.createHTMLDocument(''); const s = other.createElement('script'); s.src = '${bare(t)}'; document.body.append(s)`,
  ),
  dom(
    'script by document.write in a blank iframe, address without a scheme',
    (t) =>
      `${iframe} f.contentDocument.write('<script src="${bare(t)}"></scr' + 'ipt>'); f.contentDocument.close()`,
  ),
  dom(
    'iframe in a closed shadow root',
    (t) =>
      `${div} d.attachShadow({ mode: 'closed' }).innerHTML = '<iframe src="${t.url('html')}"></iframe>'`,
  ),
  dom(
    'svg image by baseVal',
    (t) => `${svgImage} i.setAttribute('href', ''); i.href.baseVal = '${t.url('gif')}'`,
  ),
  dom(
    'svg image by xlink',
    (t) =>
      `${svgImage} i.setAttributeNS('http://www.w3.org/1999/xlink', 'xlink:href', '${t.url('gif')}')`,
  ),
  dom(
    'svg image by another prefix',
    (t) =>
      `${svgImage} i.setAttributeNS('http://www.w3.org/1999/xlink', 'x:href', '${t.url('gif')}')`,
  ),
  dom('svg image by href', (t) => `${svgImage} i.setAttribute('href', '${t.url('gif')}')`),
  dom(
    'svg image by animation',
    (t) => `${svgImage} i.innerHTML = '<set attributeName="href" to="${t.url('gif')}"/>'`,
  ),
  dom(
    'svg feImage',
    (t) =>
      `${div} d.innerHTML = '<svg><filter id="f"><feImage/></filter><rect width="9" height="9" filter="url(#f)"/></svg>'; d.querySelector('feImage').setAttribute('href', '${t.url('gif')}')`,
  ),
  dom(
    'svg script by href',
    (t) =>
      `const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg'); const s = document.createElementNS('http://www.w3.org/2000/svg', 'script'); s.setAttribute('href', '${t.url('js')}'); svg.append(s); document.body.append(svg)`,
  ),
  dom(
    'script created by namespace',
    (t) =>
      `const s = document.createElementNS('http://www.w3.org/1999/xhtml', 'script'); s.src = '//${t.host}/hit.js'; document.head.append(s)`,
  ),
  dom(
    'module script',
    (t) =>
      `const s = document.createElement('script'); s.type = 'module'; s.src = '${t.url('js')}'; document.head.append(s)`,
  ),
  dom(
    'script in a fragment',
    (t) =>
      `const s = document.createElement('script'); s.src = '${t.url('js')}'; const g = new DocumentFragment(); g.append(s); document.head.insertBefore(g, document.head.firstChild)`,
  ),
  dom(
    'script in a subtree',
    (t) =>
      `const p = document.createElement('p'); const s = document.createElement('script'); s.setAttribute('src', '${t.url('js')}'); p.append(s); document.body.appendChild(p)`,
  ),
  dom(
    'script, redirected',
    (t) =>
      `const s = document.createElement('script'); s.src = '${redirect(t.url('js'))}'; document.head.append(s)`,
  ),
  dom(
    'script of a foreign base',
    (t) =>
      `const b = document.createElement('base'); b.href = '//${t.host}'; document.head.append(b); const s = document.createElement('script'); s.src = 'hit.js'; document.head.append(s)`,
    { alone: true },
  ),
  scripted('textContent', (code) => `s.textContent = ${code}`),
  scripted('innerHTML', (code) => `s.innerHTML = ${code}`),
  scripted('append', (code) => `s.append(${code})`),
  scripted('data of its text', (code) => `s.append(''); s.firstChild.data = ${code}`),
  dom('img, redirected', (t) => `self.kept = new Image(); kept.src = '${redirect(t.url('gif'))}'`),
  dom('iframe, redirected', (t) => `${iframe} f.src = '${redirect(t.url('html'))}'`),
  dom(
    'iframe by setAttributeNS',
    (t) => `${iframe} f.setAttributeNS('', 'src', '${t.url('html')}')`,
  ),
  dom(
    'iframe by innerHTML',
    (t) => `${div} d.innerHTML = '<iframe src="${t.url('html')}"></iframe>'`,
  ),
  dom('iframe srcdoc by setAttribute', (t) => `${iframe} f.setAttribute('srcdoc', '${image(t)}')`),
  dom(
    'iframe srcdoc by innerHTML',
    (t) => `${div} d.innerHTML = '<iframe srcdoc="<img src=${t.url('gif')}>"></iframe>'`,
  ),
  dom(
    'iframe of a javascript address',
    (t) => `${iframe} f.src = "javascript:'${image(t).replaceAll('"', '')}'"`,
  ),
  dom('iframe by location', (t) => `${iframe} f.contentWindow.location = '${t.url('html')}'`),
  dom(
    'iframe by location.replace',
    (t) => `${iframe} frames[frames.length - 1].location.replace('${t.url('html')}')`,
  ),
  dom(
    'iframe by location of its document',
    (t) => `${iframe} f.contentDocument.location.href = '${t.url('html')}'`,
  ),
  dom(
    'iframe by window.open',
    (t) =>
      `const f = document.createElement('iframe'); f.name = '${t.key}'; document.body.append(f); window.open('${t.url('html')}', '${t.key}')`,
  ),
  dom(
    'iframe by its own location',
    (t) => `${iframe} f.contentWindow.eval("location.href = '${t.url('html')}'")`,
  ),
  dom(
    'iframe of a blob that refreshes',
    (t) =>
      `${iframe} f.src = ${blobOf(`<meta http-equiv="refresh" content="0; url=${t.url('html')}">`, 'text/html')}`,
  ),
  dom(
    'object by data',
    (t) =>
      `const o = document.createElement('object'); o.data = '${t.url('html')}'; document.body.append(o)`,
  ),
  dom(
    'object of an image',
    (t) =>
      `const o = document.createElement('object'); o.type = 'image/gif'; o.setAttribute('data', '${t.url('gif')}'); document.body.append(o)`,
  ),
  dom(
    'embed of an image',
    (t) =>
      `const e = document.createElement('embed'); e.type = 'image/gif'; e.setAttribute('src', '${t.url('gif')}'); document.body.append(e)`,
  ),
  dom(
    'video poster',
    (t) =>
      `const v = document.createElement('video'); v.poster = '${t.url('gif')}'; document.body.append(v)`,
  ),
  dom(
    'video source',
    (t) =>
      `const v = document.createElement('video'); v.preload = 'auto'; const s = document.createElement('source'); s.src = '${t.url('mp4')}'; v.append(s); document.body.append(v)`,
  ),
  dom(
    'track',
    (t) =>
      `const v = document.createElement('video'); v.src = '/own.mp4'; const k = document.createElement('track'); k.default = true; k.kind = 'metadata'; v.crossOrigin = ''; v.append(k); document.body.append(v); k.src = '${t.url('vtt')}'; k.track.mode = 'hidden'`,
  ),
  dom(
    'input image, type set last',
    (t) =>
      `const i = document.createElement('input'); i.src = '${t.url('gif')}'; document.body.append(i); i.type = 'image'`,
  ),
  dom('body background', (t) => `document.body.background = '${t.url('gif')}'`),
  dom(
    'table background',
    (t) =>
      `const e = document.createElement('table'); e.setAttribute('background', '${t.url('gif')}'); e.insertRow(); document.body.append(e)`,
  ),
  dom(
    'link, rel set last',
    (t) =>
      `const l = document.createElement('link'); l.href = '${t.url('css')}'; document.head.append(l); l.rel = 'stylesheet'`,
  ),
  dom(
    'link modulepreload',
    (t) =>
      `const l = document.createElement('link'); l.rel = 'modulepreload'; l.href = '${t.url('js')}'; document.head.append(l)`,
  ),
  dom(
    'link preload by imageSrcset',
    (t) =>
      `const l = document.createElement('link'); l.rel = 'preload'; l.as = 'image'; l.imageSrcset = '${t.url('gif')} 1x'; document.head.append(l)`,
  ),
  dom(
    'link icon',
    (t) =>
      `const l = document.createElement('link'); l.rel = 'icon'; l.href = '${t.url('gif')}'; document.head.append(l)`,
  ),
  dom(
    'stylesheet by innerHTML',
    (t) =>
      `document.head.insertAdjacentHTML('beforeend', '<link rel="stylesheet" href="${t.url('css')}">')`,
  ),
  dom(
    'preconnect by innerHTML',
    (t) =>
      `document.head.insertAdjacentHTML('beforeend', '<link rel="preconnect" href="https://${t.host}">')`,
    { connects: true },
  ),
  dom(
    'own stylesheet that imports',
    (t) =>
      `const l = document.createElement('link'); l.rel = 'stylesheet'; l.href = '/text.css?text=' + encodeURIComponent('@import "${t.url('css')}"'); document.head.append(l)`,
  ),
  dom(
    'form by requestSubmit',
    (t) =>
      `const f = document.createElement('iframe'); f.name = '${t.key}'; const o = document.createElement('form'); o.target = '${t.key}'; o.setAttribute('action', '${t.url('html')}'); document.body.append(f, o); o.requestSubmit()`,
  ),
  dom(
    'form by formAction',
    (t) =>
      `const f = document.createElement('iframe'); f.name = '${t.key}'; const o = document.createElement('form'); o.target = '${t.key}'; const b = document.createElement('button'); b.formAction = '${t.url('html')}'; o.append(b); document.body.append(f, o); o.requestSubmit(b)`,
  ),
  dom(
    'form through the prototype',
    (t) =>
      `const f = document.createElement('iframe'); f.name = '${t.key}'; const o = document.createElement('form'); o.target = '${t.key}'; o.action = '${t.url('html')}'; document.body.append(f, o); HTMLFormElement.prototype.submit.call(o)`,
  ),
  dom(
    'a ping by dispatchEvent',
    (t) =>
      `const a = document.createElement('a'); a.href = '#there'; a.setAttribute('ping', '${t.url('gif')}'); document.body.append(a); a.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))`,
  ),
  dom(
    'a of svg aimed at a frame',
    (t) =>
      `const f = document.createElement('iframe'); f.name = '${t.key}'; document.body.append(f); ${div} d.innerHTML = '<svg><a href="${t.url('html')}" target="${t.key}"><text>a</text></a></svg>'; d.querySelector('a').dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))`,
  ),
  framed('append', 'd.append(f)'),
  framed('insertBefore', 'd.insertBefore(f, null)'),
  framed('replaceChild', "d.append('x'); d.replaceChild(f, d.firstChild)"),
  framed('replaceChildren', 'd.replaceChildren(f)'),
  framed('replaceWith', 'd.replaceWith(f)'),
  framed('insertAdjacentElement', "d.insertAdjacentElement('beforebegin', f)"),
  framed('insertNode', 'const r = new Range(); r.selectNodeContents(d); r.insertNode(f)'),
  framed(
    'surroundContents',
    "const p = document.createElement('p'); p.append(f); d.append('x'); const r = new Range(); r.selectNodeContents(d); r.insertNode(p)",
  ),
  framed('innerHTML', "d.innerHTML = '<iframe></iframe>'"),
  framed('outerHTML', "d.outerHTML = '<iframe></iframe>'"),
  framed('a fragment', 'const g = new DocumentFragment(); g.append(f); d.append(g)'),
  framed('a subtree', "const p = document.createElement('p'); p.append(f); d.append(p)"),
  framed(
    'createContextualFragment',
    "d.append(new Range().createContextualFragment('<iframe></iframe>'))",
  ),
  framed('setHTMLUnsafe', "d.setHTMLUnsafe('<iframe></iframe>')"),
  framed(
    'execCommand',
    "d.contentEditable = 'true'; d.textContent = 'x'; d.focus(); document.execCommand('insertHTML', false, '<iframe></iframe>')",
  ),
  framed(
    'adoption',
    "const other = document.implementation.createHTMLDocument(''); other.body.append(f); d.append(document.adoptNode(f))",
  ),
  dom(
    'blank iframe by document.write, its fetch',
    (t) => `document.write('<iframe></iframe>'); self[0].fetch('${t.url('js')}')`,
    early,
  ),
  dom(
    'blank iframe by its name, its fetch',
    (t) =>
      `const f = document.createElement('iframe'); f.name = '${t.key}'; document.body.append(f); self['${t.key}'].fetch('${t.url('js')}')`,
  ),
  dom(
    "blank iframe by window.open's answer, its fetch",
    (t) =>
      `const f = document.createElement('iframe'); f.name = '${t.key}'; document.body.append(f); open('', '${t.key}').fetch('${t.url('js')}')`,
  ),
  dom(
    'blank iframe by contentDocument, its fetch',
    (t) => `${iframe} f.contentDocument.defaultView.fetch('${t.url('js')}')`,
  ),
  dom(
    'blank iframe in a closed shadow root, its fetch',
    (t) =>
      `${div} const f = document.createElement('iframe'); d.attachShadow({ mode: 'closed' }).append(f); f.contentWindow.fetch('${t.url('js')}')`,
  ),
  dom(
    'blank iframe by its load event, its fetch',
    (t) =>
      `const f = document.createElement('iframe'); f.onload = (event) => event.target.contentWindow.fetch('${t.url('js')}'); document.body.append(f)`,
  ),
  dom('blank iframe of a blank iframe, its fetch', (t) =>
    frame(
      `const g = w.document.createElement('iframe'); w.document.body.append(g); w[0].fetch('${t.url('js')}')`,
    ),
  ),
  dom('blank iframe by innerHTML of a blank iframe, its fetch', (t) =>
    frame(`w.document.body.innerHTML = '<iframe></iframe>'; w.frames[0].fetch('${t.url('js')}')`),
  ),
  dom('blank iframe, its Function', (t) => frame(`w.Function("fetch('${t.url('js')}')")()`)),
  dom('blank iframe, its eval', (t) => frame(`w.eval("new Image().src = '${t.url('gif')}'")`)),
  dom('blank iframe, its string timer', (t) => frame(`w.setTimeout("fetch('${t.url('js')}')", 0)`)),
  dom('blank iframe, removed, its fetch', (t) =>
    frame(`const one = w.fetch; const two = one.bind(self); two('${t.url('js')}'); f.remove()`),
  ),
  dom('blank iframe, its attribute setter here', (t) =>
    frame(`${img} w.Element.prototype.setAttribute.call(i, 'src', '${t.url('gif')}')`),
  ),
  dom('blank iframe, its append here', (t) =>
    frame(
      `${ready(t)} const s = document.createElement('script'); w.Element.prototype.setAttribute.call(s, 'src', '${t.url('js')}'); w.Node.prototype.appendChild.call(document.head, s)`,
    ),
  ),
  dom('blank iframe, its innerHTML setter here', (t) =>
    frame(
      `${div} Object.getOwnPropertyDescriptor(w.Element.prototype, 'innerHTML').set.call(d, '${image(t)}')`,
    ),
  ),
  dom('blank iframe, its DOMParser', (t) =>
    frame(
      `document.body.append(new w.DOMParser().parseFromString('${image(t)}', 'text/html').body.firstChild)`,
    ),
  ),
  dom('blank iframe, writeln of its document', (t) =>
    frame(`f.contentDocument.writeln('${image(t)}'); f.contentDocument.close()`),
  ),
  dom('blank iframe, innerHTML of its body', (t) =>
    frame(`f.contentDocument.body.innerHTML = '${image(t)}'`),
  ),
  dom('blank iframe, style in it', (t) =>
    frame(`w.document.head.innerHTML = '<style>body { background: url(${t.url('gif')}) }</style>'`),
  ),
  dom('blank iframe, img moved here', (t) =>
    frame(
      `const i = w.document.createElement('img'); document.body.append(i); i.src = '${t.url('gif')}'`,
    ),
  ),
  dom(
    'srcdoc iframe, its fetch from here',
    (t) =>
      `const f = document.createElement('iframe'); f.srcdoc = '<p>own</p>'; self.fenced = new Promise((done) => { f.onload = () => { f.contentWindow.fetch('${t.url('js')}'); done() } }); document.body.append(f)`,
  ),
  dom(
    'blob iframe, its fetch from here',
    (t) =>
      `const f = document.createElement('iframe'); f.src = ${blobOf('<p>own</p>', 'text/html')}; self.fenced = new Promise((done) => { f.onload = () => { f.contentWindow.fetch('${t.url('js')}'); done() } }); document.body.append(f)`,
  ),
  dom(
    'source of a message, its fetch',
    (t) =>
      `self.fenced = new Promise((done) => { onmessage = ({ source }) => { source.fetch('${t.url('js')}'); done() } }); ${div} d.innerHTML = '<iframe srcdoc="<script>parent.postMessage(1)</scr' + 'ipt>"></iframe>'`,
  ),
  dom(
    'iframe by moveBefore, its location',
    (t) =>
      `${div} ${iframe} d.moveBefore(f, null); f.contentWindow.location.assign('${t.url('html')}')`,
  ),
  dom('img by moveBefore', (t) => `${div} ${img} d.moveBefore(i, null); i.src = '${t.url('gif')}'`),
  dom(
    'object, blank, its fetch',
    (t) =>
      `const o = document.createElement('object'); o.type = 'text/html'; o.data = 'about:blank'; self.fenced = new Promise((done) => { o.onload = () => { o.contentWindow.fetch('${t.url('js')}'); done() } }); document.body.append(o)`,
  ),
  dom(
    'frame of a frameset',
    (t) =>
      `const f = document.createElement('frame'); f.src = '${t.url('html')}'; const s = document.createElement('frameset'); s.append(f); document.body.append(s)`,
    { alone: true },
  ),
];
