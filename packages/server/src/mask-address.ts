import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import proxyAddr from '@fastify/proxy-addr';
import type { FastifyInstance } from 'fastify';
import { anonymiseIp, type Truncation } from './anonymise-ip.js';
import { ConfigurationError } from './configuration-error.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The masked network of the sender, `null` when the address was not to be read. */
    network: string | null;
  }
}

/** Headers in which proxies pass an address on. Nothing after the first hook may read them. */
const carriers = [
  'x-forwarded-for',
  'forwarded',
  'x-real-ip',
  'true-client-ip',
  'cf-connecting-ip',
  'via',
];

type Trust = (address: string, hop: number) => boolean;

function trustOf(trusted: readonly string[]): Trust {
  if (!trusted.length) return () => false;
  try {
    return proxyAddr.compile([...trusted]);
  } catch {
    throw new ConfigurationError(
      'trustProxy holds something that is no address. Write addresses or ranges of your proxies: 10.0.0.0/8.',
    );
  }
}

/**
 * The first hook of all: the whole address lives in one variable of it and nowhere after.
 * fastify's own `trustProxy` stays off, so `request.ip` is never a visitor behind a proxy.
 * @param trusted addresses or CIDR ranges of proxies whose `X-Forwarded-For` is believed
 */
export function maskAddress(
  app: FastifyInstance,
  trusted: readonly string[],
  truncation?: Truncation,
): void {
  const trust = trustOf(trusted);
  const networks = new WeakMap<Socket, string | null>();

  function networkOf(request: IncomingMessage): string | null {
    const { socket } = request;
    const known = networks.get(socket);
    if (known !== undefined) return known;
    const network = anonymiseIp(proxyAddr(request, trust) ?? '', truncation);
    // Whoever is no proxy is the same sender for as long as the connection lasts.
    if (!trust(socket.remoteAddress ?? '', 0)) networks.set(socket, network);
    return network;
  }

  app.decorateRequest('network', null);
  app.addHook('onRequest', (request, _reply, done) => {
    request.network = networkOf(request.raw);
    const { headers } = request.raw;
    for (const name of carriers) if (headers[name] !== undefined) delete headers[name];
    done();
  });
}
