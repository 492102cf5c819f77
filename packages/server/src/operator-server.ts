import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { Registry } from 'prom-client';
import { operatorPage } from './operator-page.js';
import type { Services } from './services.js';
import { statistics } from './statistics.js';

/** Where the operator's own eyes look. Not to be reached from outside: nobody is asked who they are. */
export interface OperatorAddress {
  readonly host: string;
  /** 0 lets the system choose one. */
  readonly port: number;
}

async function page({ store, tenants, now }: Services): Promise<string> {
  const shown = tenants.map(async ({ id, policy }) => ({
    id,
    profile: policy?.profile ?? 'no profile',
    statistics: await statistics(store, id, 90, now()),
  }));
  return operatorPage(await Promise.all(shown));
}

function listener(registry: Registry, services: Services): Server {
  const pages: { readonly [path: string]: () => Promise<readonly [type: string, body: string]> } = {
    '/metrics': async () => [registry.contentType, await registry.metrics()],
    '/': async () => ['text/html; charset=utf-8', await page(services)],
  };
  return createServer((request, response) => {
    const show = request.method === 'GET' ? pages[request.url ?? ''] : undefined;
    if (!show) return void response.writeHead(404).end();
    show().then(
      ([type, body]) => response.writeHead(200, { 'content-type': type }).end(body),
      () => response.writeHead(503).end(),
    );
  });
}

/** Serves `/metrics` (Prometheus) and a page of answers on a port of their own, as long as the server stands. */
export function operatorServer(
  app: FastifyInstance,
  registry: Registry,
  services: Services,
  { host, port }: OperatorAddress,
): void {
  const server = listener(registry, services);
  app.addHook('onListen', async () => {
    server.listen(port, host);
    await once(server, 'listening');
    app.log.info(server.address(), 'metrics');
  });
  app.addHook('onClose', async () => {
    server.closeAllConnections();
    if (server.listening) await new Promise((resolve) => server.close(resolve));
  });
}
