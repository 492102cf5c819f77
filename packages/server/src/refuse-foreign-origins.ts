import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';
import { Failure } from './errors.js';
import type { Tenant } from './tenant.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Carries a proof of its own in the address, so it may come from anywhere. */
    readonly anyOrigin?: boolean;
  }
}

/**
 * CORS only keeps a foreign page from reading the answer; here it does not get as far as changing
 * anything. Origins are compared whole: no patterns, no subdomains, and `null` (a sandboxed frame, a
 * file) is nobody. A request without `Origin` comes from no other page.
 */
export async function refuseForeignOrigins(
  app: FastifyInstance,
  tenants: readonly Tenant[],
): Promise<void> {
  const origins = tenants.flatMap((one) => one.origins);
  app.addHook('onRequest', (request, _reply, done) => {
    const { origin } = request.headers;
    const isOpen = request.routeOptions.config.anyOrigin === true;
    if (isOpen || origin === undefined || origins.includes(origin)) done();
    else done(new Failure('origin'));
  });
  await app.register(cors, {
    origin: origins,
    methods: ['GET', 'PUT', 'POST', 'DELETE'],
    allowedHeaders: ['Authorization', 'Content-Type', 'Sluis-Device', 'If-None-Match'],
    exposedHeaders: ['ETag', 'Retry-After'],
    credentials: false,
    strictPreflight: false,
    maxAge: 7200,
  });
}
