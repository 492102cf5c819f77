import { readFileSync } from 'node:fs';
import { config } from './config.mjs';
import { languages } from './texts.mjs';
import { withRelay } from './with-relay.mjs';

const part = (name) => readFileSync(new URL(name, import.meta.url), 'utf8');
const headWith = (words) =>
  part('head.html').replace('{{config}}', () =>
    JSON.stringify(words, null, 2).replaceAll('<', '\\u003c'),
  );
const head = headWith(config);
const relayHead = headWith(withRelay(config));
const [bodyStart, bodyEnd, skyline] = ['body-start.html', 'body-end.html', 'skyline.svg'].map(part);

/** The language travels in the links; Dutch, the first, needs no word. */
export const link = (path, language) =>
  language === languages[0] ? path : `${path}?lang=${language}`;

function navigation({ language, path, text }) {
  const pages = [
    ['/', text.nav.home],
    ['/hypotheek', text.nav.mortgage],
    ['/contact', text.nav.contact],
  ];
  return pages
    .map(
      ([to, label]) =>
        `<a href="${link(to, language)}"${to === path ? ' aria-current="page"' : ''}>${label}</a>`,
    )
    .join('\n        ');
}

function languageSwitch({ language, path, text }) {
  const one = (tag) =>
    `<a href="${path}?lang=${tag}" hreflang="${tag}" lang="${tag}"${tag === language ? ' aria-current="true"' : ''}>${tag.toUpperCase()}</a>`;
  return `<nav class="languages" aria-label="${text.languages}">${languages.map(one).join('')}</nav>`;
}

function header(page) {
  const { language, text } = page;
  return `<header class="top">
    <div class="wrap bar">
      <a class="brand" href="${link('/', language)}"><svg viewBox="0 0 32 32" aria-hidden="true"><path d="M3 29V13h3V9h3V5h4v4h3v4h3v16zM21 29V17h2v-3h4v3h2v12z"/></svg>Grachtenbank</a>
      <nav class="pages" aria-label="${text.menu}">
        ${navigation(page)}
      </nav>
      ${languageSwitch(page)}
      <button type="button" class="button small" data-bank="sign-in">${text.signIn}</button>
      <button type="button" class="button small quiet" data-bank="sign-out" hidden>${text.signOut}</button>
    </div>
    <p class="status wrap" role="status" data-bank="status"></p>
  </header>`;
}

function footer({ language, text }) {
  return `<footer class="foot">
    <div class="skyline" aria-hidden="true">${skyline}</div>
    <div class="wrap">
      <nav aria-label="${text.privacy}">
        <a href="${link('/opt-out', language)}" data-sluis-action="settings">${text.settings}</a>
        <a href="${link('/opt-out', language)}">${text.optOut}</a>
        <a href="${link('/privacy', language)}">${text.privacy}</a>
      </nav>
      <p>${text.legal}</p>
    </div>
  </footer>`;
}

/**
 * A whole page of the bank, written with real host names.
 * @param {{ language: string, path: string, title: string, main: string, text: object, user?: string, foot?: string, relay?: boolean }} page
 *   `user` is who is signed in, `foot` goes last in the body (the watch panel), with `relay` Google and Meta
 *   are spoken to by the bank's relay
 */
export function layout(page) {
  return `<!doctype html>
<html lang="${page.language}" data-user="${page.user ?? ''}">
<head>
  <meta charset="utf-8">
${page.relay ? relayHead : head}
  <title>${page.title}</title>
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <link rel="icon" href="/icon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="/style.css">
</head>
<body>
${bodyStart}
  <a class="skip" href="#main">${page.text.skip}</a>
  ${header(page)}
  <main id="main" tabindex="-1">
${page.main}
  </main>
  ${footer(page)}
${bodyEnd}
  <script src="/bank.js"></script>
${page.foot ?? ''}</body>
</html>
`;
}
