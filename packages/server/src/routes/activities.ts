import { randomUUID } from 'node:crypto';
import type { Purpose } from '@sluis/schema';
import type { FastifyInstance } from 'fastify';
import { activityLife } from '../activities/activity-life.js';
import { profilingIn } from '../activities/profiling-in.js';
import { checkAccess } from '../check-access.js';
import { pagePath } from '../counter/page-path.js';
import type { Activity } from '../database/contract.js';
import { deviceOf } from '../device-of.js';
import { Failure } from '../errors.js';
import { policyOf, stateOfOwner } from '../file-answers.js';
import { isConsented } from '../is-consented.js';
import { exactly } from '../request-words.js';
import type { Services } from '../services.js';
import type { Tenant } from '../tenant.js';

export interface Deed {
  readonly kind: string;
  readonly page: string;
}

const day = 24 * 3600 * 1000;

/** What fewer people did on a day is not told (PROMISES S23). */
const minimum = 10;

const deedSchema = {
  summary: 'What somebody who is signed in did, where that is recorded',
  body: exactly({
    kind: { type: 'string', minLength: 1, maxLength: 64 },
    page: { type: 'string', maxLength: 2000 },
  }),
};

/** The purposes that record this kind (PROMISES S08). */
function recording(tenant: Tenant, kind: string): readonly Purpose[] {
  const found = policyOf(tenant).purposes.filter(
    ({ recorded, events }) => recorded && events?.includes(kind),
  );
  if (!found.length) throw new Failure('purpose');
  return found;
}

/** One activity for each purpose whose consent holds now. Nothing else of the request is looked at. */
async function take(
  { kind, page }: Deed,
  subject: string,
  tenant: Tenant,
  services: Services,
): Promise<void> {
  const listed = recording(tenant, kind);
  const place = pagePath(page);
  if (place === undefined) throw new Failure('body');
  const policy = policyOf(tenant);
  const at = services.now();
  const state = await stateOfOwner(services, tenant, subject);
  const profiling = profilingIn(policy, state, at);
  const activities = listed
    .filter((purpose) => isConsented(purpose, policy, state, at))
    .map((purpose): Activity => {
      const expiresAt = at + activityLife(purpose, tenant.retention);
      const id = randomUUID();
      return { id, subject, purpose: purpose.id, kind, place, profiling, at, expiresAt };
    });
  if (activities.length) await services.store.addActivities(tenant.id, activities);
}

/**
 * `POST /v1/activities` records what a person did (PROMISES S06, S08), by a device that was linked to them when
 * they signed in; the answer does not tell whether a consent holds. `GET` tells what was recorded, by day
 * and together, of days that are over.
 */
export function activities(app: FastifyInstance, services: Services): void {
  const { tenantOf, store, now } = services;

  app.post<{ Body: Deed }>('/v1/activities', { schema: deedSchema }, async (request, reply) => {
    const tenant = tenantOf(request);
    const device = deviceOf(request.headers['sluis-device'], tenant.hash);
    if (!device) throw new Failure('device');
    const subject = await store.subjectOf(tenant.id, device);
    if (subject === undefined) throw new Failure('not-found');
    await take(request.body, subject, tenant, services);
    return reply.code(204).send();
  });

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
