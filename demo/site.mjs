import { fileURLToPath } from 'node:url';
import { bankPage } from './bank/pages.mjs';
import { galleryPage, showPage } from './gallery/page.mjs';
import { appHost } from './names.mjs';
import { staticFile } from './static-file.mjs';
import { watchPage } from './watch/page.mjs';

const folder = (path) => fileURLToPath(new URL(path, import.meta.url));
const scripts = folder('../packages/sluis/dist/script');
const app = folder('./spa/dist');
const bankFiles = new Map([
  ['/style.css', 'bank'],
  ['/bank.js', 'bank'],
  ['/icon.svg', 'bank'],
  ['/watch.js', 'watch'],
  ['/presets.css', 'gallery'],
  ['/hostile.css', 'gallery'],
  ['/gallery.js', 'gallery'],
  ['/show.js', 'gallery'],
]);

const page = (body, status = 200) => ({ status, type: 'text/html; charset=utf-8', body });
const json = (value, headers = {}) => ({
  status: 200,
  type: 'application/json',
  body: JSON.stringify(value),
  headers,
});
const found = (file) => file && { status: 200, ...file };
const missing = page(
  '<!doctype html><html lang="nl"><title>404</title><p>Deze pagina is er niet. <a href="/">Naar de voorpagina</a>',
  404,
);
const unbuilt = page(
  '<!doctype html><html lang="en"><title>Not built</title><p>The app is not built. Run <code>npx vite build demo/spa</code> and load this page again.',
  503,
);

const sessionCookie = 'gb_session';
const userOf = (headers) =>
  new RegExp(`(?:^|; )${sessionCookie}=([a-z]{1,20})`).exec(headers.cookie ?? '')?.[1];
const session = (user, life) => ({
  'set-cookie': `${sessionCookie}=${user}; Path=/; HttpOnly; SameSite=Lax${life}`,
});

/**
 * The bank's own origins: pages, app, scripts and the part of its server that signs tokens.
 * @param {object} parts
 * @param {import('./names.mjs').Names} parts.names
 * @param {{ sign: (user: string) => Promise<string> }} parts.tokens
 * @param {{ counts: (all: boolean) => Promise<object>, reset: () => void }} parts.watched
 * @param {boolean} parts.watch  show the panel on every page
 * @param {boolean} parts.relay  the bank's pages go by its relay
 */
export function createSite({ names, tokens, watched, watch, relay }) {
  /** @type {Map<string, string>} */
  const extra = new Map();
  const foot = watch ? '  <script src="/watch.js" defer></script>\n' : '';

  /** What both origins serve, whatever the page: the built gate, the session, the numbers. */
  async function common({ path, method, query }) {
    if (path.startsWith('/sluis/'))
      return found(await staticFile(scripts, path.slice('/sluis'.length)));
    if (path === '/sluis-worker.js') return found(await staticFile(scripts, path));
    if (path === '/watch/counts') return json(await watched.counts(query.has('all')));
    if (path === '/watch/reset' && method === 'POST') return (watched.reset(), json({}));
    if (path === '/demo/sign-out' && method === 'POST') return json({}, session('', '; Max-Age=0'));
    if (path !== '/demo/token') return undefined;
    const user = query.get('user') ?? '';
    if (!/^[a-z]{1,20}$/.test(user))
      return {
        status: 400,
        type: 'text/plain',
        body: 'Name a user in lower-case letters: /demo/token?user=anna',
      };
    return json({ token: await tokens.sign(user) }, session(user, ''));
  }

  async function bank({ path, query, headers }) {
    if (extra.has(path))
      return path.endsWith('.js')
        ? { status: 200, type: 'text/javascript', body: extra.get(path) }
        : page(extra.get(path));
    if (path === '/gallery') return page(galleryPage());
    if (path === '/gallery/show') return page(showPage(query));
    if (path === '/watch' || path === '/watch/') return page(watchPage());
    if (bankFiles.has(path))
      return found(await staticFile(folder(`./${bankFiles.get(path)}`), path));
    const body = bankPage(path, {
      language: query.get('lang') ?? 'nl',
      user: userOf(headers),
      foot,
      relay,
    });
    return body && page(body);
  }

  /** Every route of the app is its one document; only what has a dot is a file. */
  async function spa({ path }) {
    if (path === '/watch.js') return found(await staticFile(folder('./watch'), path));
    if (path.includes('.')) return found(await staticFile(app, path));
    const index = await staticFile(app, '/index.html');
    return index
      ? found({ ...index, body: index.body.replace('</body>', `${foot}</body>`) })
      : unbuilt;
  }

  async function listener(incoming, outgoing) {
    const url = new URL(incoming.url ?? '/', 'http://site');
    const request = {
      path: url.pathname,
      query: url.searchParams,
      method: incoming.method,
      headers: incoming.headers,
    };
    const isApp = names.realHost(incoming.headers.host ?? '') === appHost;
    const reply = (await common(request)) ?? (await (isApp ? spa : bank)(request)) ?? missing;
    outgoing.writeHead(reply.status, {
      'content-type': reply.type,
      'cache-control': 'no-store',
      ...reply.headers,
    });
    outgoing.end(names.text(reply.body));
  }

  return {
    listener,
    /** Serves a page, or a script, of a test's own on the bank's origin; real host names in it are rewritten likewise. */
    page: (path, html) => {
      extra.set(path, html);
    },
  };
}
