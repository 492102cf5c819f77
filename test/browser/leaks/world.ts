import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { generate } from 'selfsigned';

/** How often each host was reached. */
export interface Reached {
  readonly requests: number;
  readonly connections: number;
}

export interface World {
  readonly port: number;
  readonly stun: number;
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
  server.on('upgrade', (request, socket) => {
    count(requests, request.headers.host);
    socket.destroy();
  });
  server.on('secureConnection', (socket: TLSSocket & { servername?: string }) =>
    count(connections, socket.servername),
  );
  server.on('tlsClientError', () => {});

  // A STUN request does not say which host it was meant for: there is one vector, and one counter.
  const stun = createSocket('udp4').on('message', () => count(connections, 'stun'));
  stun.bind(0, '127.0.0.1');
  await once(stun, 'listening');
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    port: (server.address() as AddressInfo).port,
    stun: stun.address().port,
    show: (host, html) => void pages.set(host, html),
    reached: (host) => ({
      requests: requests.get(host) ?? 0,
      connections: connections.get(host) ?? 0,
    }),
    async close() {
      stun.close();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
