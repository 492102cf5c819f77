import type { FastifyInstance } from 'fastify';
import { checkAccess } from '../check-access.js';
import type { Services } from '../services.js';

const day = 24 * 3600 * 1000;

/** What fewer people did on a day is not told (PROMISES S23). */
const minimum = 10;

/** `GET /v1/activities`: what was recorded, by day and together, of days that are over. */
export function activities(app: FastifyInstance, { tenantOf, store, now }: Services): void {
  const schema = { summary: 'What was done by day; what few people did is not told' };
  app.get('/v1/activities', { schema }, async (request) => {
    const tenant = tenantOf(request);
    checkAccess(request, tenant, 'statistics');
    const today = Math.floor(now() / day) * day;
    const counts = await store.countActivities(tenant.id, today - 90 * day, today);
    return {
      activities: counts.map(({ people, count, ...one }) =>
        people < minimum
          ? { ...one, count: 'suppressed', people: 'suppressed' }
          : { ...one, count, people },
      ),
    };
  });
}
