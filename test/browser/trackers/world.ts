import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { gunzipSync, inflateSync } from 'node:zlib';
import { generate } from 'selfsigned';
import { openSocket } from '../open-socket.ts';
import { packaged } from './packaged.ts';
import type { Hit, Tracker } from './tracker.ts';

export interface World {
  readonly port: number;
  /** The tracker whose vendor answers from now on; forgets what was counted. */
  play(tracker: Tracker): void;
  /** Serves this at a path of the bank. */
  show(path: string, body: string): void;
  /** Everything that reached a host other than the bank's, preflights included. */
  hits(): readonly Hit[];
  /** Other hosts to which a connection was opened. */
  connections(): readonly string[];
  close(): Promise<void>;
}

const bank = /(^|\.)bank\.example$/;
const built = new URL('../../../packages/sluis/dist/script/', import.meta.url);

/** A packed body says so in its first bytes; guessing could unpack noise without end. */
function unpack(body: Buffer): string {
  try {
    if (body[0] === 0x1f && body[1] === 0x8b) return gunzipSync(body).toString();
    if (body[0] === 0x78) return inflateSync(body).toString();
  } catch {
    // It only looked packed.
  }
  return body.toString();
}

function unescape(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

/** Address and body as text, with what is packed, escaped or in base64 in readable form beside it. */
function textOf(address: string, body: Buffer): string {
  const text = `${unescape(address)}\n${unescape(unpack(body))}`;
  const hidden = [...text.matchAll(/[\w+/-]{24,}={0,2}/g)].map(([part]) =>
    unpack(Buffer.from(part, 'base64')),
  );
  return [text, ...hidden].join('\n');
}

function answerBank(
  path: string,
  response: ServerResponse,
  pages: ReadonlyMap<string, string>,
): void {
  const send = (type: string, body: string | Buffer): void =>
    void response.setHeader('content-type', `${type}; charset=utf-8`).end(body);
  const [file = ''] = path.split('?');
  if (file.startsWith('/sluis/')) {
    const chunk = new URL(file.slice('/sluis/'.length), built);
    return send(file.endsWith('.html') ? 'text/html' : 'text/javascript', readFileSync(chunk));
  }
  const page = pages.get(file);
  return send(file.endsWith('.js') ? 'text/javascript' : 'text/html', page ?? '');
}

function answerVendor(
  request: IncomingMessage,
  address: string,
  tracker: Tracker,
  response: ServerResponse,
): void {
  const { origin } = request.headers;
  response.setHeader('access-control-allow-origin', origin ?? '*');
  response.setHeader('access-control-allow-credentials', 'true');
  response.setHeader('access-control-allow-methods', 'GET, POST, PUT, DELETE, PATCH');
  response.setHeader(
    'access-control-allow-headers',
    request.headers['access-control-request-headers'] ?? '*',
  );
  response.setHeader('cache-control', 'no-store');
  if (request.method === 'OPTIONS') return void response.writeHead(204).end();
  const plain = address.replace(/\?.*/s, '');
  const file = tracker.files?.[plain];
  if (file) {
    return void response.setHeader('content-type', 'text/javascript').end(packaged(file));
  }
  const [, answer = {}] =
    Object.entries(tracker.answers ?? {}).find(([start]) => address.startsWith(start)) ?? [];
  response.setHeader(
    'content-type',
    typeof answer === 'string' ? 'text/plain' : 'application/json',
  );
  response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
}

/** One TLS server plays the bank and every vendor; the browser is told to find all names there. */
export async function createWorld(): Promise<World> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'bank.example' }]);
  const pages = new Map<string, string>();
  let hits: Hit[] = [];
  let connections: string[] = [];
  let playing: Tracker | undefined;

  const server = createServer({ key, cert }, async (request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    const path = request.url ?? '/';
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of request) chunks.push(chunk);
    } catch {
      // Left in the middle of a body: what came counts.
    }
    if (bank.test(host)) return answerBank(path, response, pages);
    hits.push({ host, path, text: textOf(path, Buffer.concat(chunks)) });
    if (playing) answerVendor(request, host + path, playing, response);
  });
  server.on('upgrade', (request, socket) => {
    hits.push({ host: request.headers.host ?? '', path: request.url ?? '', text: 'WebSocket' });
    openSocket(request, socket);
  });
  server.on('secureConnection', (socket: TLSSocket & { servername?: string }) => {
    if (!bank.test(socket.servername ?? '')) connections.push(socket.servername ?? '');
  });
  server.on('tlsClientError', () => {});
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    port: (server.address() as AddressInfo).port,
    play(tracker) {
      playing = tracker;
      hits = [];
      connections = [];
    },
    show: (path, body) => void pages.set(path, body),
    hits: () => hits,
    connections: () => connections,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
