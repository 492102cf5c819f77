import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyInstance } from 'fastify';
import {
  answerFailures,
  answerUnknownPaths,
  refuseClient,
  sendFailure,
} from './answer-failures.js';
import { ConfigurationError } from './configuration-error.js';
import { sqliteStore } from './database/sqlite.js';
import { codeOf, Failure } from './errors.js';
import { keyedHash } from './keyed-hash.js';
import { maskAddress } from './mask-address.js';
import { refuseForeignOrigins } from './refuse-foreign-origins.js';
import { decisions } from './routes/decisions.js';
import { health } from './routes/health.js';
import { me } from './routes/me.js';
import { policies } from './routes/policies.js';
import { receipts } from './routes/receipts.js';
import { logOptions, logRequests } from './server-log.js';
import { checkOptions, type ServerOptions } from './server-options.js';
import type { Services } from './services.js';
import { tenantKey } from './tenant-key.js';
import { verifyToken } from './verify-token.js';

/** Settings of HTTP itself. The timeouts are the answer to dripping clients (slowloris). */
function bareServer({ log, requestTimeout = 10_000 }: ServerOptions): FastifyInstance {
  return fastify({
    ...logOptions(log),
    bodyLimit: 32 * 1024,
    requestTimeout,
    http: {
      headersTimeout: Math.ceil(requestTimeout / 2),
      connectionsCheckingInterval: Math.min(1000, Math.ceil(requestTimeout / 4)),
    },
    keepAliveTimeout: 10_000,
    forceCloseConnections: 'idle',
    exposeHeadRoutes: false,
    // Parse at the border: nothing is dropped, filled in or turned into another type.
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false, useDefaults: false } },
    clientErrorHandler: refuseClient,
    frameworkErrors: (error, _request, reply) => void sendFailure(reply, codeOf(error)),
  });
}

/** A wrong key would quietly turn every known device into a stranger: refuse to start instead. */
async function openServices(options: ServerOptions): Promise<Services> {
  const verify = verifyToken(options.identity);
  const hash = keyedHash(options.key ?? tenantKey(options.database));
  const store = sqliteStore(options.database);
  const check = hash('check', '');
  if ((await store.keep('key-check', check)) !== check) {
    await store.close();
    throw new ConfigurationError(
      'The key is not the one this database was written with. Restore SLUIS_KEY or the .key file beside the database.',
    );
  }
  return { store, hash, verify, now: options.now ?? Date.now };
}

async function addGuards(app: FastifyInstance, options: ServerOptions): Promise<void> {
  maskAddress(app, options.trustProxy ?? [], options.truncation);
  answerFailures(app);
  logRequests(app);
  app.addHook('onSend', async (_request, reply) => void reply.header('cache-control', 'no-store'));
  await refuseForeignOrigins(app, options.origins ?? []);
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
  });
  await app.register(rateLimit, {
    max: options.rateLimit ?? 1200,
    timeWindow: 60_000,
    keyGenerator: ({ network }) => network ?? 'unreadable',
    errorResponseBuilder: () => new Failure('rate'),
  });
  answerUnknownPaths(app);
}

/**
 * A server that is ready to `listen()`; `close()` ends what was begun and lets go of the database.
 * @throws {ConfigurationError} when a setting is wrong
 */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  checkOptions(options);
  const app = bareServer(options);
  await addGuards(app, options);
  const services = await openServices(options);
  app.addHook('onClose', () => services.store.close());
  app.removeContentTypeParser('text/plain');
  for (const routes of [decisions, policies, receipts, me, health]) routes(app, services);
  await app.ready();
  return app;
}
