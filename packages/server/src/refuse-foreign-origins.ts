import type { FastifyInstance } from 'fastify';
import { Failure } from './errors.js';
import type { Tenant } from './tenant.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Carries a proof of its own in the address, so it may come from anywhere. */
    readonly anyOrigin?: boolean;
  }
}

/** What a page of a known origin may send; browsers ask once in two hours. */
const permission = {
  'access-control-allow-methods': 'GET, PUT, POST, DELETE',
  'access-control-allow-headers': 'Authorization, Content-Type, Sluis-Device, If-None-Match',
  'access-control-max-age': '7200',
};

/**
 * CORS only keeps a foreign page from reading the answer; here it does not get as far as changing
 * anything. Origins are compared whole: no patterns, no subdomains, and `null` (a sandboxed frame, a
 * file) is nobody. A request without `Origin` comes from no other page.
 */
export function refuseForeignOrigins(app: FastifyInstance, tenants: readonly Tenant[]): void {
  const origins = new Set(tenants.flatMap((one) => one.origins));
  app.addHook('onRequest', (request, reply, done) => {
    const { origin } = request.headers;
    reply.header('vary', 'Origin');
    if (origin === undefined || request.routeOptions.config.anyOrigin === true) return done();
    if (!origins.has(origin)) return done(new Failure('origin'));
    reply.headers({
      'access-control-allow-origin': origin,
      'access-control-expose-headers': 'ETag, Retry-After',
    });
    if (request.method !== 'OPTIONS') return done();
    reply.code(204).headers(permission).send();
  });
}
