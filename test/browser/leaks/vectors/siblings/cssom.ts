import type { Vector } from '../../vector.ts';
import { cssom } from '../builders.ts';
import { cssImage } from '../snippets.ts';

const newStyle = "const s = document.createElement('style'); document.head.append(s);";

/** Styles that are not on the public list. */
export const cssomSiblings: readonly Vector[] = [
  cssom('style.background', (t) => `box.style.background = '${cssImage(t)}'`),
  cssom('style by a dashed name', (t) => `box.style['background-image'] = '${cssImage(t)}'`),
  cssom('cssText', (t) => `box.style.cssText = 'background: ${cssImage(t)}'`),
  cssom('style itself', (t) => `box.style = 'background: ${cssImage(t)}'`),
  cssom(
    'listStyleImage',
    (t) => `box.style.display = 'list-item'; box.style.listStyleImage = '${cssImage(t)}'`,
  ),
  cssom(
    'Object.assign to style',
    (t) => `Object.assign(box.style, { border: '9px solid', borderImage: '${cssImage(t)} 9' })`,
  ),
  cssom(
    'setProperty, escaped',
    (t) => `box.style.setProperty('background', 'u\\\\72l(${t.url('gif')})')`,
  ),
  cssom(
    'element.animate',
    (t) =>
      `box.animate([{ backgroundImage: '${cssImage(t)}' }, { backgroundImage: '${cssImage(t)}' }], 9000)`,
  ),
  cssom(
    'new KeyframeEffect',
    (t) =>
      `new Animation(new KeyframeEffect(box, { backgroundImage: ['${cssImage(t)}', '${cssImage(t)}'] }, 9000)).play()`,
  ),
  cssom(
    'setKeyframes',
    (t) =>
      `const a = box.animate([], 9000); a.effect.setKeyframes({ backgroundImage: ['${cssImage(t)}', '${cssImage(t)}'] })`,
  ),
  cssom(
    'rule.style property',
    (t) =>
      `${newStyle} s.append('#${t.key} { color: red }'); s.sheet.cssRules[0].style.backgroundImage = '${cssImage(t)}'`,
  ),
  cssom(
    'rule.style.setProperty',
    (t) =>
      `${newStyle} s.append('#${t.key} { color: red }'); s.sheet.cssRules[0].style.setProperty('background-image', '${cssImage(t)}')`,
  ),
  cssom(
    'rule.style.cssText',
    (t) =>
      `${newStyle} s.append('#${t.key} { color: red }'); s.sheet.cssRules[0].style.cssText = 'background: ${cssImage(t)}'`,
  ),
  cssom(
    'rule.styleMap',
    (t) =>
      `${newStyle} s.append('#${t.key} { color: red }'); s.sheet.cssRules[0].styleMap.set('background-image', '${cssImage(t)}')`,
  ),
  cssom(
    'insertRule in a media rule',
    (t) =>
      `${newStyle} s.append('@media all {}'); s.sheet.cssRules[0].insertRule('#${t.key} { background: ${cssImage(t)} }')`,
  ),
  cssom(
    'insertRule in a style rule',
    (t) =>
      `${newStyle} s.append('body {}'); s.sheet.cssRules[0].insertRule('& #${t.key} { background: ${cssImage(t)} }')`,
  ),
  cssom(
    'appendRule of keyframes',
    (t) =>
      `${newStyle} s.append('@keyframes k {} #${t.key} { animation: k 9s }'); s.sheet.cssRules[0].appendRule('from, to { background: ${cssImage(t)} }')`,
  ),
  cssom('addRule', (t) => `${newStyle} s.sheet.addRule('#${t.key}', 'background: ${cssImage(t)}')`),
  cssom(
    'insertRule of an import',
    (t) => `${newStyle} s.sheet.insertRule('@import "${t.url('css')}"')`,
  ),
  cssom(
    'insertRule of a font',
    (t) =>
      `${newStyle} s.sheet.insertRule('@font-face { font-family: F; src: url(${t.url('woff2')}) }'); box.style.fontFamily = 'F'`,
  ),
  cssom(
    'replace, after adoption',
    (t) =>
      `const s = new CSSStyleSheet(); document.adoptedStyleSheets = [s]; s.replace('#${t.key} { background: ${cssImage(t)} }')`,
  ),
  cssom(
    'replaceSync, after adoption',
    (t) =>
      `const s = new CSSStyleSheet(); document.adoptedStyleSheets.push(s); s.replaceSync('#${t.key} { background: ${cssImage(t)} }')`,
  ),
  cssom(
    'insertRule of an adopted sheet',
    (t) =>
      `const s = new CSSStyleSheet(); document.adoptedStyleSheets = [s]; s.insertRule('#${t.key} { background: ${cssImage(t)} }')`,
  ),
  cssom(
    'adopted in a shadow root',
    (t) =>
      `const d = document.createElement('div'); document.body.append(d); const r = d.attachShadow({ mode: 'closed' }); r.append(document.createElement('p')); const s = new CSSStyleSheet(); s.replaceSync('p { background: ${cssImage(t)} }'); r.adoptedStyleSheets = [s]`,
  ),
  cssom(
    'style in a shadow root',
    (t) =>
      `const d = document.createElement('div'); document.body.append(d); d.attachShadow({ mode: 'closed' }).innerHTML = '<style>p { background: ${cssImage(t)} }</style><p>box</p>'`,
  ),
  cssom(
    'data of the text of style',
    (t) =>
      `${newStyle} s.append(' '); s.firstChild.data = '#${t.key} { background: ${cssImage(t)} }'`,
  ),
  cssom(
    'appendData to the text of style',
    (t) =>
      `${newStyle} s.append('#${t.key} { background: '); s.firstChild.appendData('${cssImage(t)} }')`,
  ),
  cssom(
    'text node of style',
    (t) =>
      `${newStyle} s.appendChild(document.createTextNode('#${t.key} { background: ${cssImage(t)} }'))`,
  ),
  cssom(
    'innerHTML of style',
    (t) => `${newStyle} s.innerHTML = '#${t.key} { background: ${cssImage(t)} }'`,
  ),
  cssom(
    'innerHTML with style',
    (t) =>
      `document.body.insertAdjacentHTML('beforeend', '<style>#${t.key} { background: ${cssImage(t)} }</style>')`,
  ),
  cssom(
    'innerHTML with a style attribute',
    (t) => `box.innerHTML = '<b style="background: url(${t.url('gif')})">b</b>'`,
  ),
  cssom(
    'style, import',
    (t) =>
      `const s = document.createElement('style'); s.textContent = '@import "${t.url('css')}"'; document.head.append(s)`,
  ),
  cssom(
    'style, escaped import',
    (t) =>
      `const s = document.createElement('style'); s.textContent = '@\\\\69mport "${t.url('css')}"'; document.head.append(s)`,
  ),
  cssom(
    'style, text in two nodes',
    (t) =>
      `const s = document.createElement('style'); s.append('#${t.key} { background: url(//', '${t.host}/hit.gif) }'); document.head.append(s)`,
  ),
  cssom(
    'style in svg',
    (t) =>
      `const s = document.createElementNS('http://www.w3.org/2000/svg', 'style'); s.textContent = '#${t.key} { background: ${cssImage(t)} }'; const v = document.createElementNS('http://www.w3.org/2000/svg', 'svg'); v.append(s); document.body.append(v)`,
  ),
  cssom(
    'registerProperty',
    (t) =>
      `CSS.registerProperty({ name: '--r', syntax: '<image>', inherits: false, initialValue: '${cssImage(t)}' }); box.style.background = 'var(--r)'`,
  ),
  cssom(
    'CSSStyleValue.parse',
    (t) =>
      `box.attributeStyleMap.set('background-image', CSSStyleValue.parse('background-image', '${cssImage(t)}'))`,
  ),
  cssom(
    'class of a rule that was there',
    (t) => `${newStyle} s.append('.on { background: ${cssImage(t)} }'); box.className = 'on'`,
  ),
];
