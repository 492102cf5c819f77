import fc, { type Arbitrary } from 'fast-check';

/** Source text for a tracker host. */
export type Piece = (host: string) => string;

/**
 * The grammar of random cases, made of the mechanisms of the vectors. Left out is what is known to leak
 * (`leaks/known-leaks.ts` has the reasons), so that a leak found here is news:
 * - preload, prefetch, preconnect and modulepreload links: Chromium asks while it inserts them;
 * - redirects, frames, modules and workers of the own host: the browser sends them on by itself;
 * - closed shadow roots of the markup: what runs in them is seen by no script.
 */
const quotes = ['"', "'"] as const;
const oneOf = <T>(...values: readonly T[]): Arbitrary<T> => fc.constantFrom(...values);

const spellings: readonly ((host: string, file: string) => string)[] = [
  (host, file) => `https://${host}/${file}`,
  (host, file) => `//${host}/${file}`,
  (host, file) => `HTTPS://${host.toUpperCase()}/${file}`,
  (host, file) => `https://${host}./${file}`,
  (host, file) => `https://${host}:443/${file}`,
  (host, file) => `\\\\${host}\\${file}`,
  (host, file) => `https:/\\${host}/./x/../${file}`,
  (host, file) => ` https://${host}/${file}#part `,
  (host, file) => `ht\ttps://${host}/${file}?q=%20&r=1`,
  (host, file) => `https://${host.replaceAll('.', '%2e')}/${file}`,
];

/** An address at the tracker; without odd characters where the place cannot carry them. */
function address(extension: string, plain = false): Arbitrary<Piece> {
  const usable = plain ? spellings.slice(0, 5) : spellings;
  return oneOf(...usable).map((spell) => (host) => spell(host, `hit.${extension}`));
}

const mixed = (text: string): Arbitrary<string> =>
  oneOf(text, text, text.toUpperCase(), text[0]?.toUpperCase() + text.slice(1));

/** `name=value` in one of the ways in which HTML lets it be written. */
function attribute(name: string, value: Piece): Arbitrary<Piece> {
  return fc
    .record({
      name: mixed(name),
      quote: oneOf(...quotes),
      gap: oneOf(' ', '\n', '\t', '/'),
      around: oneOf('', ' '),
      encoded: fc.option(fc.nat(40)),
    })
    .map(({ name, quote, gap, around, encoded }) => (host) => {
      const text = [...value(host)]
        .map((one, at) => (at === encoded ? `&#${one.codePointAt(0)};` : escapeHtml(one)))
        .join('');
      return `${gap}${name}${around}=${around}${quote}${text}${quote}`;
    });
}

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');

interface Kind {
  readonly tag: string;
  readonly attribute: string;
  readonly extension: string;
  /** Attributes that it needs besides. */
  readonly with?: string;
  readonly empty?: true;
}

const kinds: readonly Kind[] = [
  { tag: 'img', attribute: 'src', extension: 'gif', empty: true },
  { tag: 'img', attribute: 'srcset', extension: 'gif', empty: true },
  { tag: 'script', attribute: 'src', extension: 'js' },
  { tag: 'script', attribute: 'src', extension: 'js', with: ' async' },
  { tag: 'script', attribute: 'src', extension: 'js', with: ' type="module"' },
  { tag: 'link', attribute: 'href', extension: 'css', with: ' rel="stylesheet"', empty: true },
  { tag: 'object', attribute: 'data', extension: 'html' },
  { tag: 'embed', attribute: 'src', extension: 'html', empty: true },
  { tag: 'iframe', attribute: 'src', extension: 'html' },
  { tag: 'video', attribute: 'src', extension: 'mp4', with: ' preload="auto"' },
  { tag: 'video', attribute: 'poster', extension: 'gif' },
  { tag: 'audio', attribute: 'src', extension: 'mp4', with: ' preload="auto"' },
  { tag: 'input', attribute: 'src', extension: 'gif', with: ' type="image"', empty: true },
];

const backgrounds: readonly ((address: string) => string)[] = [
  (to) => `background: url("${to}")`,
  (to) => `background: URL( '${to}' )`,
  (to) => `background-image: image-set("${to}" 1x)`,
  (to) => `background: \\75rl("${to}")`,
  (to) => `border: 9px solid; border-image: url("${to}") 9`,
  (to) => `mask-image: url("${to}")`,
];
const declaration: Arbitrary<Piece> = fc.tuple(oneOf(...backgrounds), address('gif', true)).map(
  ([write, to]) =>
    (host) =>
      write(to(host)),
);

const element: Arbitrary<Piece> = fc.tuple(oneOf(...kinds), fc.boolean()).chain(([kind, first]) =>
  fc
    .tuple(mixed(kind.tag), address(kind.extension, kind.attribute === 'srcset'))
    .chain(([tag, to]) =>
      attribute(kind.attribute, to).map((written) => (host) => {
        const more = kind.with ?? '';
        const inside = first ? more + written(host) : written(host) + more;
        return `<${tag}${inside}>${kind.empty ? '' : `</${tag}>`}`;
      }),
    ),
);

const styled: Arbitrary<Piece> = declaration.chain((css) =>
  attribute('style', css).map((written) => (host) => `<p${written(host)}>box</p>`),
);

const picture: Arbitrary<Piece> = address('gif', true)
  .chain((to) => attribute('srcset', to))
  .map((written) => (host) => `<picture><source${written(host)}><img alt=""></picture>`);

const onEvent: Arbitrary<Piece> = address('gif').map(
  (to) => (host) =>
    `<img src="data:," onerror="${escapeHtml(`new Image().src = ${JSON.stringify(to(host))}`)}">`,
);

const wraps: readonly ((html: string) => string)[] = [
  (html) => `<div>${html}</div>`,
  (html) => `<b><i>${html}</b></i>`,
  (html) => `<table><td>${html}</td></table>`,
  (html) => `<svg><foreignObject>${html}</foreignObject></svg>`,
  (html) => `<details open><summary>s</summary>${html}</details>`,
  (html) => `<!-- c --><ul><li>${html}`,
  (html) => `<math><annotation-xml encoding="text/html">${html}</annotation-xml></math>`,
  (html) => `<iframe srcdoc="${escapeHtml(html)}"></iframe>`,
  (html) => `<div><template shadowrootmode="open">${html}</template></div>`,
];

const drawn: Arbitrary<Piece> = fc
  .tuple(
    oneOf(
      (href: string) => `<svg><image${href} width="9" height="9"></image></svg>`,
      (href: string) => `<svg><image width="9" height="9"${href} /></svg>`,
      (href: string) =>
        `<svg><filter id="f"><feImage${href} /></filter><rect width="9" height="9" filter="url(#f)"/></svg>`,
    ),
    oneOf('href', 'xlink:href'),
    address('gif', true),
  )
  .chain(([draw, name, to]) => attribute(name, to).map((written) => (host) => draw(written(host))));

const imported: Arbitrary<Piece> = fc
  .tuple(
    oneOf(
      (to: string) => `@import "${to}";`,
      (to: string) => `@import url(${to}) screen;`,
      (to: string) => `@\\69mport '${to}' layer(x);`,
    ),
    address('css', true),
  )
  .map(
    ([write, to]) =>
      (host) =>
        `<style>${write(to(host))}</style>`,
  );

/** Markup that fires by itself, wrapped up to three times. */
export const markup: Arbitrary<Piece> = fc
  .tuple(
    fc.oneof({ arbitrary: element, weight: 6 }, styled, picture, onEvent, drawn, imported),
    fc.array(oneOf(...wraps), { maxLength: 3 }),
  )
  .map(
    ([inner, around]) =>
      (host) =>
        around.reduce((html, wrap) => wrap(html), inner(host)),
  );

const quoted = (text: string): string => JSON.stringify(text).replaceAll('</', '<\\/');

/** What takes HTML from a script, put in as a string literal. */
const sinks: readonly ((html: string) => string)[] = [
  (html) => `document.body.insertAdjacentHTML('beforeend', ${html})`,
  (html) =>
    `const d = document.createElement('div'); document.body.append(d); d.innerHTML = ${html}`,
  (html) =>
    `const d = document.createElement('div'); d.innerHTML = ${html}; document.body.append(...d.childNodes)`,
  (html) =>
    `const d = document.createElement('div'); document.body.append(d); d.outerHTML = ${html}`,
  (html) =>
    `const d = document.createElement('div'); document.body.append(d); d.setHTMLUnsafe(${html})`,
  (html) => `document.body.append(new Range().createContextualFragment(${html}))`,
  (html) =>
    `const l = document.createElement('template'); l.innerHTML = ${html}; document.body.append(l.content.cloneNode(true))`,
  (html) =>
    `document.body.append(...new DOMParser().parseFromString(${html}, 'text/html').body.childNodes)`,
  (html) => `document.body.append(...Document.parseHTMLUnsafe(${html}).body.childNodes)`,
  (html) =>
    `const d = document.createElement('div'); document.body.append(d); d.attachShadow({ mode: 'open' }).innerHTML = ${html}`,
  (html) =>
    `const d = document.createElement('div'); document.body.append(d); d.attachShadow({ mode: 'closed' }).setHTMLUnsafe(${html})`,
  (html) =>
    `const f = document.createElement('iframe'); f.srcdoc = ${html}; document.body.append(f)`,
  (html) =>
    `const f = document.createElement('iframe'); document.body.append(f); f.contentDocument.write(${html}); f.contentDocument.close()`,
  (html) =>
    `const f = document.createElement('iframe'); document.body.append(f); f.contentDocument.body.innerHTML = ${html}`,
  (html) =>
    `const f = document.createElement('iframe'); document.body.append(f); document.body.append(f.contentWindow.Range.prototype.createContextualFragment.call(new Range(), ${html}))`,
];

const poured: Arbitrary<Piece> = fc.tuple(markup, oneOf(...sinks)).map(
  ([html, pour]) =>
    (host) =>
      pour(quoted(html(host))),
);

/** A script of statements that `document.write` markup in up to four pieces while the page is parsed. */
const written: Arbitrary<Piece> = fc
  .tuple(
    markup, // Cut within a tag.
    fc.array(fc.nat(200), { maxLength: 3 }),
    oneOf('write', 'writeln'),
  )
  .map(([html, cuts, method]) => (host) => {
    const text = `<p>${html(host)}</p>`;
    const at = [0, ...cuts.map((cut) => cut % text.length).sort((a, b) => a - b), text.length];
    // A line break within a tag or an address would change it, so only whole text goes by writeln.
    return at
      .slice(1)
      .map((end, index) => [
        index ? 'write' : at.length > 2 ? 'write' : method,
        text.slice(at[index], end),
      ])
      .map(([how, part]) => `document.${how}(${quoted(part ?? '')})`)
      .join('; ');
  });

const setters: readonly ((name: string, to: string) => string)[] = [
  (name, to) => `e.${name} = ${to}`,
  (name, to) => `e.setAttribute('${name}', ${to})`,
  (name, to) => `e.setAttribute('${name.toUpperCase()}', ${to})`,
  (name, to) => `e.setAttributeNS(null, '${name}', ${to})`,
  (name, to) =>
    `const a = document.createAttribute('${name}'); a.value = ${to}; e.setAttributeNode(a)`,
  (name, to) =>
    `const a = document.createAttribute('${name}'); a.value = ${to}; e.attributes.setNamedItem(a)`,
  (name, to) => `e.setAttribute('${name}', ''); e.getAttributeNode('${name}').value = ${to}`,
  (name, to) => `Reflect.set(e, '${name}', ${to})`,
  (name, to) => `e.${name} = { toString: () => ${to} }`,
  (name, to) => `Object.assign(e, { ${name}: ${to} })`,
  (name, to) => `e.__lookupSetter__('${name}').call(e, ${to})`,
];
const places: readonly string[] = [
  'document.body.append(e)',
  'document.body.appendChild(e)',
  'document.body.insertBefore(e, document.body.firstChild)',
  'document.head.prepend(e)',
  "const p = document.createElement('p'); p.append(e); document.body.append(p)",
  "const p = document.createElement('p'); document.body.append(p); p.replaceWith(e)",
  "const p = document.createElement('p'); document.body.append(p); p.replaceChildren(e)",
  "const p = document.createElement('p'); document.body.append(p); p.insertAdjacentElement('afterend', e)",
  "const p = document.createElement('p'); document.body.append(p); const r = new Range(); r.selectNodeContents(p); r.insertNode(e)",
  "const p = document.createElement('p'); document.body.append(p); p.attachShadow({ mode: 'closed' }).append(e)",
  'const g = new DocumentFragment(); g.append(e); document.body.append(g)',
];
const makers: readonly ((tag: string) => string)[] = [
  (tag) => `const e = document.createElement('${tag}');`,
  (tag) => `const e = document.createElement('${tag.toUpperCase()}');`,
  (tag) => `const e = document.createElementNS('http://www.w3.org/1999/xhtml', '${tag}');`,
  (tag) => `const e = document.createElement('${tag}').cloneNode();`,
  (tag) => `const e = document.implementation.createHTMLDocument('').createElement('${tag}');`,
  (tag) =>
    `const o = document.createElement('iframe'); document.body.append(o); const e = o.contentDocument.createElement('${tag}');`,
];

const built: Arbitrary<Piece> = fc
  .record({
    kind: oneOf(...kinds),
    make: oneOf(...makers),
    set: oneOf(...setters),
    place: oneOf(...places),
    late: fc.boolean(),
  })
  .chain(({ kind, make, set, place, late }) =>
    address(kind.extension, kind.attribute === 'srcset').map((to) => (host) => {
      const needs = /(\w+)="?(\w+)/.exec(kind.with ?? '');
      const more = needs ? `e.setAttribute('${needs[1]}', '${needs[2]}');` : '';
      const filled = set(kind.attribute, quoted(to(host)));
      return `${make(kind.tag)} ${more} ${late ? `${place}; { ${filled} }` : `{ ${filled} } ${place}`}`;
    }),
  );

const calls: readonly (readonly [extension: string, (to: string) => string])[] = [
  ['js', (to) => `w.fetch(${to}).catch(() => {})`],
  ['js', (to) => `w.fetch(new w.Request(${to}), { mode: 'no-cors' }).catch(() => {})`],
  ['js', (to) => `w.fetch(${to}, { keepalive: true, method: 'POST', body: 'x' }).catch(() => {})`],
  ['js', (to) => `Reflect.apply(w.fetch, w, [${to}]).catch(() => {})`],
  ['js', (to) => `const x = new w.XMLHttpRequest(); x.open('GET', ${to}); x.send()`],
  [
    'js',
    (to) =>
      `const x = new XMLHttpRequest(); w.XMLHttpRequest.prototype.open.call(x, 'POST', ${to}, true); w.XMLHttpRequest.prototype.send.call(x, 'x')`,
  ],
  ['js', (to) => `import(${to}).catch(() => {})`],
  ['js', (to) => `w.eval('import(' + JSON.stringify(${to}) + ')').catch(() => {})`],
  ['events', (to) => `new w.WebSocket(new URL(${to}, location).href.replace('http', 'ws'))`],
  ['gif', (to) => `w.navigator.sendBeacon(${to}, 'x')`],
  ['gif', (to) => `w.Navigator.prototype.sendBeacon.call(navigator, ${to}, new Blob(['x']))`],
  ['gif', (to) => `(self.kept ??= []).push(Object.assign(new w.Image(), { src: ${to} }))`],
  ['mp4', (to) => `(self.kept ??= []).push(new w.Audio(${to}))`],
  ['events', (to) => `(self.kept ??= []).push(new w.EventSource(${to}))`],
  [
    'woff2',
    (to) => `new w.FontFace('F', 'url(' + JSON.stringify(${to}) + ')').load().catch(() => {})`,
  ],
  [
    'js',
    (to) =>
      `(self.kept ??= []).push(new w.Worker(URL.createObjectURL(new Blob(['fetch(' + JSON.stringify(new URL(${to}, location).href) + ')']))))`,
  ],
];
/** Ways to come by a window `w`. */
const realms: readonly string[] = [
  "const f = document.createElement('iframe'); document.body.append(f); f.contentWindow; f.remove(); document.body.append(f); const w = self[self.length - 1];",
  "const f = document.createElement('iframe'); document.body.append(f); const r = new Range(); r.selectNode(f); r.surroundContents(document.createElement('p')); const w = self[self.length - 1];",
  'const w = self;',
  'const w = self;',
  "const f = document.createElement('iframe'); document.body.append(f); const w = f.contentWindow;",
  "const f = document.createElement('iframe'); document.body.append(f); const w = self[self.length - 1];",
  "const d = document.createElement('div'); document.body.append(d); d.innerHTML = '<iframe></iframe>'; const w = d.firstChild.contentDocument.defaultView;",
  "const f = document.createElement('iframe'); document.body.append(f); const g = f.contentDocument.createElement('iframe'); f.contentDocument.body.append(g); const w = f.contentWindow[0];",
  "const d = document.createElement('div'); document.body.append(d); const f = document.createElement('iframe'); d.attachShadow({ mode: 'closed' }).append(f); const w = f.contentWindow;",
];

const called: Arbitrary<Piece> = fc
  .tuple(oneOf(...calls), oneOf(...realms))
  .chain(([[extension, call], realm]) =>
    // A blank frame has no host of its own to resolve against in every call, so only whole addresses.
    address(extension, true).map((to) => (host) => `${realm} ${call(quoted(to(host)))}`),
  );

const sheets: readonly ((css: string) => string)[] = [
  (css) =>
    `const s = document.createElement('style'); s.textContent = ${css}; document.head.append(s)`,
  (css) => `const s = document.createElement('style'); document.head.append(s); s.append(${css})`,
  (css) =>
    `const s = document.createElement('style'); document.head.append(s); s.sheet.insertRule(${css})`,
  (css) =>
    `const s = new CSSStyleSheet(); s.replaceSync(${css}); document.adoptedStyleSheets.push(s)`,
  (css) => `document.head.insertAdjacentHTML('beforeend', '<style>' + ${css} + '</style>')`,
];
const sheeted: Arbitrary<Piece> = fc.tuple(declaration, oneOf(...sheets)).map(
  ([css, write]) =>
    (host) =>
      `const b = document.createElement('p'); b.className = '${classOf(host)}'; b.textContent = 'box'; document.body.append(b); ${write(quoted(`.${classOf(host)} { ${css(host)} }`))}`,
);
const classOf = (host: string): string => `c${host.split('.')[0]}`;

const assignments: readonly ((css: string) => string)[] = [
  (css) => `b.style.cssText = ${css}`,
  (css) => `b.style = ${css}`,
  (css) => `b.setAttribute('style', ${css})`,
  (css) => `const [p, v] = ${css}.split(/:(.*)/); b.style[p.trim()] = v`,
  (css) => `const [p, v] = ${css}.split(/:(.*)/); b.style.setProperty(p.trim(), v.split(';')[0])`,
];
const assigned: Arbitrary<Piece> = fc.tuple(declaration, oneOf(...assignments)).map(
  ([css, assign]) =>
    (host) =>
      `const b = document.createElement('p'); b.textContent = 'box'; document.body.append(b); ${assign(quoted(css(host)))}`,
);

const moments: readonly ((code: string) => string)[] = [
  (code) => code,
  (code) => code,
  (code) => `setTimeout(() => { ${code} })`,
  (code) => `Promise.resolve().then(() => { ${code} })`,
  (code) => `requestAnimationFrame(() => { ${code} })`,
  (code) => `addEventListener('load', () => { ${code} })`,
  (code) => `document.addEventListener('DOMContentLoaded', () => { ${code} })`,
  (code) => `(0, eval)(${quoted(`{ ${code} }`)})`,
  (code) => `new Function(${quoted(code)})()`,
  (code) =>
    `const n = document.createElement('script'); n.textContent = ${quoted(`{ ${code} }`)}; document.head.append(n)`,
];

const script = (code: string): string => `<script>try { ${code} } catch {}</script>`;

const timed: Arbitrary<Piece> = fc
  .tuple(fc.oneof(poured, built, called, sheeted, assigned), oneOf(...moments))
  .map(
    ([code, at]) =>
      (host) =>
        script(at(code(host))),
  );

/** One case: a piece of a page's body. */
export const fuzzCase: Arbitrary<Piece> = fc.oneof(
  { arbitrary: markup, weight: 3 },
  { arbitrary: timed, weight: 6 },
  { arbitrary: written.map((code) => (host: string) => script(code(host))), weight: 1 },
);
