import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Site {
  /** An address on `<name>.localhost`: each name is a site of its own, so a process of its own. */
  url(name: string, path: string): string;
  /** Resolves once this many more requests with such a path have come. */
  reached(path: string, count: number): Promise<void>;
  close(): Promise<void>;
}

/**
 * One loopback server for every page and for what the pages call.
 * @param pages HTML by path
 * @param assets folder of what stands below `/sluis/`
 */
export async function serve(pages: ReadonlyMap<string, string>, assets: string): Promise<Site> {
  let arrived: ((path: string) => void) | undefined;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', '*');
    arrived?.(pathname);
    const page = pages.get(pathname);
    if (page !== undefined) return response.setHeader('content-type', 'text/html').end(page);
    if (pathname.startsWith('/sluis/')) {
      response.setHeader('content-type', 'text/javascript');
      return response.end(readFileSync(assets + pathname.slice('/sluis/'.length)));
    }
    if (pathname.endsWith('.js')) {
      response.setHeader('content-type', 'text/javascript');
      response.setHeader('cache-control', 'max-age=600');
      return response.end('');
    }
    return request
      .resume()
      .on('end', () => response.setHeader('content-type', 'text/plain').end('ok'));
  });
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: (name, path) => `http://${name}.localhost:${port}${path}`,
    reached: (path, count) =>
      new Promise((resolve) => {
        let seen = 0;
        arrived = (one) => {
          if (one.startsWith(path) && ++seen === count) resolve();
        };
      }),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
