import { readFileSync } from 'node:fs';

const onePixel = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

/** A vendor's script from `scripts/`, with its `__WORDS__` filled in; host names are rewritten by the server. */
export function script(file, words = {}) {
  const source = readFileSync(new URL(`./scripts/${file}`, import.meta.url), 'utf8');
  const body = Object.entries(words).reduce(
    (text, [word, value]) => text.replaceAll(word, value),
    source,
  );
  return {
    status: 200,
    type: 'text/javascript; charset=utf-8',
    body,
    headers: { 'cache-control': 'no-store' },
  };
}

export function gif(headers = {}) {
  return {
    status: 200,
    type: 'image/gif',
    body: onePixel,
    headers: { 'cache-control': 'no-store', ...headers },
  };
}

export function html(body, headers = {}) {
  return { status: 200, type: 'text/html; charset=utf-8', body, headers };
}

/** Answers a hit as collectors do: no body, readable from any origin. */
export function noContent(request, headers = {}) {
  const origin = request.headers.origin;
  const cors = origin && {
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-allow-headers': 'content-type',
    'access-control-allow-methods': 'GET, POST',
  };
  return {
    status: 204,
    type: 'text/plain',
    body: '',
    headers: { 'cache-control': 'no-store', ...cors, ...headers },
  };
}

/** A third-party cookie with a random value, as vendors set it on their own host. */
export function cookie(name, maxAge) {
  const value = Math.random().toString(36).slice(2, 14);
  return { 'set-cookie': `${name}=${value}; Path=/; Max-Age=${maxAge}; Secure; SameSite=None` };
}
