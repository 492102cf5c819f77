import type { FastifyInstance } from 'fastify';
import { checkAccess } from '../check-access.js';
import { exactly, subject } from '../request-words.js';
import type { Services } from '../services.js';
import { referenceOf } from '../tell-recipients.js';

export interface Persons {
  /** As the site's tokens name them. */
  readonly subjects: readonly string[];
}

const schema = {
  summary: 'By which references recipients are told of these persons',
  body: exactly({ subjects: { type: 'array', minItems: 1, maxItems: 1000, items: subject } }),
};

/**
 * `POST /v1/references`: what to hand on with somebody's data, so that who got it knows whose consent was
 * withdrawn. The server keeps no names, and a device that withdraws sends none.
 */
export function references(app: FastifyInstance, { tenantOf }: Services): void {
  const options = { schema, bodyLimit: 512 * 1024 };
  app.post<{ Body: Persons }>('/v1/references', options, async (request) => {
    const tenant = tenantOf(request);
    checkAccess(request, tenant, 'desk');
    const found = request.body.subjects.map((one) =>
      referenceOf(tenant, tenant.hash('subject', one)),
    );
    return { references: found };
  });
}
