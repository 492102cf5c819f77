import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { listen } from '../listen.mjs';
import { loopbackNames, realNames } from '../names.mjs';
import { adnet } from './adnet.mjs';
import { ga4 } from './ga4.mjs';
import { gtm } from './gtm.mjs';
import { clicks, insight } from './insight.mjs';
import { createLedger } from './ledger.mjs';
import { meta } from './meta.mjs';
import { youtube } from './youtube.mjs';

/**
 * @typedef {object} VendorRequest
 * @property {string} host  real name, lower case, no port
 * @property {string} method
 * @property {string} path
 * @property {URLSearchParams} query
 * @property {import('node:http').IncomingHttpHeaders} headers
 *
 * @typedef {object} VendorReply
 * @property {number} status
 * @property {string} type
 * @property {string | Buffer} body
 * @property {Record<string, string>} headers
 *
 * @typedef {object} Vendor
 * @property {string} id
 * @property {readonly string[]} hosts
 * @property {(request: VendorRequest) => VendorReply | undefined} handle  undefined: not one of its paths
 */

/** @type {readonly Vendor[]} */
export const vendors = [ga4, gtm, meta, adnet, insight, clicks, youtube];

const unknownPath = {
  status: 404,
  type: 'text/plain',
  body: 'No such path at this vendor.',
  headers: {},
};

/** First vendor of that host that knows the path. A host that is nobody's counts as `stranger`. */
function answer(request) {
  const candidates = vendors.filter(({ hosts }) => hosts.includes(request.host));
  for (const { id, handle } of candidates) {
    const reply = handle(request);
    if (reply) return { id, reply };
  }
  return { id: candidates[0]?.id ?? 'stranger', reply: unknownPath };
}

/** Whose path is it? What comes by the relay does not say. */
const byPath = [
  [/^\/gtag\/|^\/gtm\.js$/, 'www.googletagmanager.com'],
  [/^\/g\/collect$/, 'www.google-analytics.com'],
  [/fbevents|^\/signals\//, 'connect.facebook.net'],
  [/^\/tr\/?$/, 'www.facebook.com'],
];

/**
 * The vendors without a server of their own: something to hang behind any HTTP server.
 * @param {import('../names.mjs').Names} names
 */
export function createVendors(names) {
  const ledger = createLedger();
  /** Counted at arrival, before the body is read: what has left the browser has left it. */
  function listener(incoming, outgoing) {
    const url = new URL(incoming.url ?? '/', 'http://vendor');
    const host = names.realHost(incoming.headers.host ?? '');
    const request = {
      host,
      method: incoming.method ?? 'GET',
      path: url.pathname,
      query: url.searchParams,
      headers: incoming.headers,
    };
    const { id, reply } = answer(request);
    ledger.add(id, request);
    incoming.resume();
    const body = typeof reply.body === 'string' ? names.text(reply.body) : reply.body;
    outgoing.writeHead(reply.status, { 'content-type': reply.type, ...reply.headers });
    outgoing.end(body);
  }
  /** For the relay, which knows the vendors by their paths: each path is one vendor's. */
  function relayed(incoming, outgoing) {
    const { pathname } = new URL(incoming.url ?? '/', 'http://vendor');
    const host = byPath.find(([path]) => path.test(pathname))?.[1] ?? 'relay.invalid';
    // What the browser would say of itself: nothing of it comes this way.
    Object.assign(incoming.headers, { host, 'sec-fetch-dest': 'relay' });
    return listener(incoming, outgoing);
  }

  return {
    listener,
    relayed,
    counts: ledger.counts,
    requests: ledger.requests,
    reset: ledger.reset,
  };
}

/**
 * The vendors on a port of their own. With `tls` they go by their real names (map them in the browser
 * with --host-resolver-rules), without by `*.localhost`. At the host name `localhost`, `GET /__counts`
 * and `POST /__reset` are for whoever watches.
 * @param {{ port?: number, tls?: { key: string, cert: string } }} [options]
 */
export async function startVendors({ port = 0, tls } = {}) {
  let open = port;
  const names = tls ? realNames : loopbackNames(() => open);
  const world = createVendors(names);
  const listener = (incoming, outgoing) => {
    if (names.realHost(incoming.headers.host ?? '') !== 'localhost')
      return world.listener(incoming, outgoing);
    if (incoming.url === '/__reset') world.reset();
    outgoing.writeHead(200, { 'content-type': 'application/json' });
    return outgoing.end(JSON.stringify({ counts: world.counts(), requests: world.requests() }));
  };
  const server = await listen(tls ? createTlsServer(tls, listener) : createServer(listener), port);
  open = server.port;
  return {
    port: server.port,
    counts: world.counts,
    requests: world.requests,
    reset: world.reset,
    close: server.close,
  };
}
