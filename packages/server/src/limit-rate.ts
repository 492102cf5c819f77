import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Failure } from './errors.js';
import { requestCounts } from './request-counts.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Requests per minute to this route, counted apart from all others; `Infinity` for as many as come. */
    readonly mostPerMinute?: number;
  }
}

/**
 * Answers 429 to whoever sends more than so many requests in a minute; unknown paths count too.
 * @param most requests per minute and sender, over all routes that have no number of their own
 * @param senderOf the masked network and the tenant, never an address (PROMISES S45)
 */
export function limitRate(
  app: FastifyInstance,
  most: number,
  senderOf: (request: FastifyRequest) => string,
): void {
  const count = requestCounts();
  app.addHook('onRequest', (request, reply, done) => {
    const { config, url } = request.routeOptions;
    const own = config.mostPerMinute;
    if (own === Infinity) return done();
    const sender = senderOf(request);
    const { requests, endsAt } = count(own === undefined ? sender : `${sender} ${url}`);
    if (requests <= (own ?? most)) return done();
    reply.header('retry-after', String(Math.ceil((endsAt - performance.now()) / 1000)));
    done(new Failure('rate'));
  });
}
