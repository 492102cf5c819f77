import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { generate } from 'selfsigned';
import { createTunnel } from '../engines/create-tunnel.ts';
import { openSocket } from '../open-socket.ts';
import type { Doors } from './engine.ts';

/** How often each host was reached. */
export interface Reached {
  readonly requests: number;
  readonly connections: number;
}

export interface World extends Doors {
  /** A STUN server, and how often it was asked since this call. */
  stunServer(): { readonly port: number; reached(): number };
  /** Serves this document at the root of a host of the bank. */
  show(host: string, html: string): void;
  reached(host: string): Reached;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  css: 'text/css',
  gif: 'image/gif',
  html: 'text/html',
  mp4: 'video/mp4',
  vtt: 'text/vtt',
  woff2: 'font/woff2',
  events: 'text/event-stream',
};

const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
const scripts = new URL('../../../packages/sluis/dist/script/', import.meta.url);

/** The page's own server: helpers through which a first party sends the browser elsewhere. */
function answerOwn(
  request: IncomingMessage,
  response: ServerResponse,
  pages: ReadonlyMap<string, string>,
): void {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'https://bank.example');
  const send = (type: string, body: string | Buffer): void =>
    void response.setHeader('content-type', type).end(body);
  if (pathname.startsWith('/sluis/'))
    return send('text/javascript', readFileSync(new URL(pathname.slice(7), scripts)));
  switch (pathname) {
    case '/':
      return send('text/html', pages.get(request.headers.host ?? '') ?? '');
    case '/page':
      return send('text/html', searchParams.get('markup') ?? '');
    case '/text.js':
      return send('text/javascript', searchParams.get('text') ?? '');
    case '/text.css':
      return send('text/css', searchParams.get('text') ?? '');
    case '/text.svg':
      return send('image/svg+xml', searchParams.get('text') ?? '');
    case '/redirect':
      return void response.writeHead(302, { location: searchParams.get('to') ?? '/' }).end();
    case '/worker.js':
      return send('text/javascript', `fetch('${searchParams.get('to')}')`);
    case '/slow.js':
      // So slow that the preload scanner has read what follows before the parser may go on.
      return void setTimeout(() => send('text/javascript', ''), 50);
    default:
      return send('text/plain', '');
  }
}

function answerOther(request: IncomingMessage, response: ServerResponse): void {
  const extension = /\.(\w+)(\?|$)/.exec(request.url ?? '')?.[1] ?? '';
  response.writeHead(200, {
    'content-type': types[extension] ?? 'text/plain',
    'access-control-allow-origin': '*',
    'access-control-allow-headers': '*',
    'cache-control': 'no-store',
  });
  if (extension === 'events') response.write('data: hello\n\n');
  else response.end(extension === 'gif' ? gif : '');
}

/** One TLS server plays every host; the browser is told to find all names there. */
export async function createWorld(): Promise<World> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'bank.example' }]);
  const pages = new Map<string, string>();
  const requests = new Map<string, number>();
  const connections = new Map<string, number>();
  const count = (counts: Map<string, number>, host = ''): void => {
    const plain = host.replace(/:\d+$/, '').replace(/\.$/, '').toLowerCase();
    counts.set(plain, (counts.get(plain) ?? 0) + 1);
  };

  const server = createServer({ key, cert }, (request, response) => {
    if (request.headers.host?.endsWith('bank.example')) return answerOwn(request, response, pages);
    if (request.method !== 'OPTIONS' && request.url !== '/favicon.ico')
      count(requests, request.headers.host);
    answerOther(request, response);
  });
  // A warm connection has to last until it is used.
  server.keepAliveTimeout = 120_000;
  server.on('upgrade', (request, socket) => {
    count(requests, request.headers.host);
    openSocket(request, socket);
  });
  server.on('secureConnection', (socket: TLSSocket & { servername?: string | false }) =>
    count(connections, socket.servername || ''),
  );
  server.on('tlsClientError', () => {});

  const stun = await createStunServers();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const tunnel = await createTunnel(port);

  return {
    port,
    proxy: tunnel.port,
    stunServer: stun.next,
    show: (host, html) => void pages.set(host, html),
    reached: (host) => ({
      requests: requests.get(host) ?? 0,
      connections: connections.get(host) ?? 0,
    }),
    async close() {
      stun.close();
      server.closeAllConnections();
      server.close();
      await Promise.all([once(server, 'close'), tunnel.close()]);
    },
  };
}

/** More than there are runs at a time, so that each run has one that no other uses. */
const stunServers = 32;

/** A STUN request does not say which host it was meant for, so they are told apart by port. */
async function createStunServers(): Promise<{ next: World['stunServer']; close(): void }> {
  const asked: number[] = [];
  const sockets = Array.from({ length: stunServers }, (_, index) =>
    createSocket('udp4')
      .on('message', () => (asked[index] = (asked[index] ?? 0) + 1))
      .bind(0, '127.0.0.1'),
  );
  await Promise.all(sockets.map((socket) => once(socket, 'listening')));
  let turn = 0;
  return {
    next() {
      const index = turn++ % stunServers;
      const before = asked[index] ?? 0;
      const port = sockets[index]?.address().port ?? 0;
      return { port, reached: () => (asked[index] ?? 0) - before };
    },
    close: () => sockets.forEach((socket) => socket.close()),
  };
}
