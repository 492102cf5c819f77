import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { openSocket } from './open-socket.ts';

/** A vendor that keeps lines open: a socket, an event stream, and answers that never come. */
export interface VendorLines {
  /** Host and port, at a loopback address that Chromium takes for secure. */
  readonly host: string;
  /** Paths of what is open now. */
  open(): readonly string[];
  /** Paths of all that came in, in order. */
  readonly seen: string[];
  close(): Promise<void>;
}

export async function startVendorLines(): Promise<VendorLines> {
  const lines = new Map<Socket, string>();
  const seen: string[] = [];
  const note = (socket: Socket, path: string): void => {
    seen.push(path);
    lines.set(socket, path);
    socket.once('close', () => lines.delete(socket));
  };
  const server = createServer((request, response) => {
    const { socket, url = '' } = request;
    const path = url.split('?', 1).join();
    response.setHeader('access-control-allow-origin', request.headers.origin ?? '*');
    response.setHeader('access-control-allow-credentials', 'true');
    if (path === '/events' || path === '/never') note(socket, path);
    else seen.push(path === '/referrer' ? `${path} ${request.headers.referer}` : path);
    if (path === '/events')
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: hello\n\n');
    else if (path !== '/never') response.setHeader('connection', 'close').end('answer');
  });
  server.on('upgrade', (request, socket: Socket) => {
    note(socket, request.url ?? '');
    openSocket(request, socket, () => void seen.push('/socket said'));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    open: () => [...lines.values()].sort(),
    seen,
    async close() {
      for (const socket of lines.keys()) socket.destroy();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
