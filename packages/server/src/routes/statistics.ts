import type { FastifyInstance } from 'fastify';
import { checkAccess } from '../check-access.js';
import type { Services } from '../services.js';
import { statistics } from '../statistics.js';

const schema = {
  summary: 'Answers by day, purpose, method and language; small numbers are not told',
};

/** `GET /v1/statistics`: the last 90 days. */
export function statisticsRoute(app: FastifyInstance, { store, tenantOf, now }: Services): void {
  app.get('/v1/statistics', { schema }, async (request) => {
    const tenant = tenantOf(request);
    checkAccess(request, tenant, 'statistics');
    return { statistics: await statistics(store, tenant.id, 90, now()) };
  });
}
