import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { answerHeaders } from './answer-headers.js';
import { answerFailures, refuseClient, sendFailure } from './answer-failures.js';
import { isPostgres } from './database/is-postgres.js';
import { openStore } from './database/open-store.js';
import { counter, isExempt } from './counter/counter.js';
import { openPageViews } from './counter/open-page-views.js';
import { describeRoutes } from './describe.js';
import { codeOf } from './errors.js';
import { findTenant, type FindTenant } from './find-tenant.js';
import { headSigning } from './head-signing.js';
import { limitRate } from './limit-rate.js';
import { maskAddress } from './mask-address.js';
import { measure } from './measure.js';
import { operatorServer } from './operator-server.js';
import { postgresSharedKeys } from './relay/postgres-shared-keys.js';
import { relay } from './relay/relay.js';
import type { ShareKey } from './relay/share-key.js';
import { refuseForeignOrigins } from './refuse-foreign-origins.js';
import { activities } from './routes/activities.js';
import { batch } from './routes/batch.js';
import { cases } from './routes/cases.js';
import { contacts } from './routes/contacts.js';
import { decisions } from './routes/decisions.js';
import { head } from './routes/head.js';
import { desk } from './routes/desk.js';
import { health } from './routes/health.js';
import { mailLinks } from './routes/mail-links.js';
import { mailPixel } from './routes/mail-pixel.js';
import { me } from './routes/me.js';
import { myDataRoutes } from './routes/my-data.js';
import { optOut } from './routes/opt-out.js';
import { policies } from './routes/policies.js';
import { receipts } from './routes/receipts.js';
import { references } from './routes/references.js';
import { relayToken } from './routes/relay-token.js';
import { retention } from './routes/retention.js';
import { statisticsRoute } from './routes/statistics.js';
import { logOptions, logRequests } from './server-log.js';
import { checkOptions, type ServerOptions } from './server-options.js';
import type { Services } from './services.js';
import { tidyRegularly } from './tidy-regularly.js';
import { openTenants, type Tenant } from './tenant.js';
import { installationKey } from './installation-key.js';

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
    // A relayed hit is nearly all query, and the relay reads it by its own rules: see `query-of.ts`.
    // The longest parameter there is: the pixel of a mail with the longest tenant, mailing and purpose.
    routerOptions: { maxParamLength: 352, querystringParser: () => ({}) },
    // Parse at the border: nothing is dropped, filled in or turned into another type.
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false, useDefaults: false } },
    clientErrorHandler: refuseClient,
    frameworkErrors: (error, _request, reply) => void sendFailure(reply, codeOf(error)),
  });
}

/** On a site's own host a proxy hands `/relay/` on to this; each tenant has its own. */
async function addRelays(
  app: FastifyInstance,
  { tenants: several, trustProxy, now, database }: ServerOptions,
  key: string,
  tenants: readonly Tenant[],
): Promise<void> {
  // A SQLite file has one process.
  const keys =
    isPostgres(database) && tenants.some((one) => one.relay)
      ? postgresSharedKeys(database)
      : undefined;
  app.addHook('onClose', async () => keys?.close());
  for (const { id, origins, relay: settings } of tenants) {
    if (!settings) continue;
    const prefix = several ? `/relay/${id}` : '/relay';
    const shareKey: ShareKey | undefined = keys && ((...asked) => keys.share(id, ...asked));
    const rest = { key, tenant: id, origins, trustProxy, now, shareKey, prefix };
    await app.register(relay, { ...settings, ...rest });
  }
}

/** Requests that say no tenant share one count. */
function nameOf(request: FastifyRequest, tenantOf: FindTenant): string {
  try {
    return tenantOf(request).id;
  } catch {
    return '';
  }
}

function addGuards(
  app: FastifyInstance,
  options: ServerOptions,
  tenants: readonly Tenant[],
  tenantOf: FindTenant,
): void {
  maskAddress(app, options.trustProxy ?? [], options.truncation);
  answerFailures(app);
  logRequests(app);
  answerHeaders(app);
  refuseForeignOrigins(app, tenants);
  limitRate(
    app,
    options.rateLimit ?? 1200,
    (request) => `${request.network ?? 'unreadable'} ${nameOf(request, tenantOf)}`,
  );
}

/** All but the relays, behind the guards. */
async function addAddresses(
  app: FastifyInstance,
  options: ServerOptions,
  key: string,
  tenants: readonly Tenant[],
): Promise<void> {
  const tenantOf = findTenant(tenants);
  addGuards(app, options, tenants, tenantOf);
  const services: Services = {
    store: await openStore(options.database, key),
    tenants,
    tenantOf,
    signHead: headSigning(key),
    now: options.now ?? Date.now,
  };
  app.addHook('onClose', () => services.store.close());
  app.removeContentTypeParser('text/plain');
  await describeRoutes(app);
  tidyRegularly(app, services);
  if (options.operator) operatorServer(app, measure(app), services, options.operator);
  if (tenants.some(isExempt)) counter(app, services, openPageViews(options.database));
  for (const routes of [
    decisions,
    batch,
    policies,
    receipts,
    me,
    myDataRoutes,
    cases,
    desk,
    optOut,
    contacts,
    retention,
    references,
    mailLinks,
    mailPixel,
    statisticsRoute,
    activities,
    head,
    relayToken,
    health,
  ])
    routes(app, services);
}

/**
 * A server that is ready to `listen()`; `close()` ends what was begun and lets go of the database.
 * @throws {ConfigurationError} when a setting is wrong
 */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  checkOptions(options);
  const app = bareServer(options);
  const key = options.key ?? installationKey(options.database);
  const tenants = openTenants(options, key);
  // Each in a room of its own: the guards cost more than a hit, which has its own lock, counts for no limit
  // and has no headers to be careful with. A hook reaches all rooms within its own, whenever they were added.
  await addRelays(app, options, key, tenants);
  await app.register((room) => addAddresses(room, options, key, tenants));
  await app.ready();
  return app;
}
