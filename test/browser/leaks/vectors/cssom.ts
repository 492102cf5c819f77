import { cssom } from './builders.ts';
import { cssImage } from './snippets.ts';
import type { Vector } from '../vector.ts';

/** Styles that a script writes. */
export const cssomVectors: readonly Vector[] = [
  cssom('style property', (t) => `box.style.backgroundImage = '${cssImage(t)}'`),
  cssom('setProperty', (t) => `box.style.setProperty('background-image', '${cssImage(t)}')`),
  cssom('setAttribute of style', (t) => `box.setAttribute('style', 'background: ${cssImage(t)}')`),
  cssom(
    'custom property',
    (t) => `box.style.setProperty('--i', '${cssImage(t)}'); box.style.background = 'var(--i)'`,
  ),
  cssom(
    'attributeStyleMap',
    (t) => `box.attributeStyleMap.set('background-image', '${cssImage(t)}')`,
  ),
  cssom(
    'insertRule',
    (t) =>
      `document.head.append(document.createElement('style')); document.styleSheets[document.styleSheets.length - 1].insertRule('#${t.key} { background: ${cssImage(t)} }')`,
  ),
  cssom(
    'adoptedStyleSheets',
    (t) =>
      `const s = new CSSStyleSheet(); s.replaceSync('#${t.key} { background: ${cssImage(t)} }'); document.adoptedStyleSheets = [s]`,
  ),
  cssom(
    'textContent of style',
    (t) =>
      `const s = document.createElement('style'); s.textContent = '#${t.key} { background: ${cssImage(t)} }'; document.head.append(s)`,
  ),
  cssom(
    'image-set',
    (t) =>
      `const s = document.createElement('style'); s.append('#${t.key} { background: image-set("${t.url('gif')}" 1x) }'); document.head.append(s)`,
  ),
  cssom(
    'content',
    (t) =>
      `const s = document.createElement('style'); s.append('#${t.key}::before { content: ${cssImage(t)} }'); document.head.append(s)`,
  ),
];
