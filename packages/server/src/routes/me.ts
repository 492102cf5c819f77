import type { Decision } from '@sluis/schema';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Fact } from '../database/contract.js';
import { deviceOf } from '../device-of.js';
import { Failure } from '../errors.js';
import { personOf } from '../person-of.js';
import { unexpired } from '../retention.js';
import type { Services } from '../services.js';
import { sha256 } from '../sha256.js';
import type { Tenant } from '../tenant.js';

function isKnown(request: FastifyRequest, tag: string): boolean {
  const known = request.headers['if-none-match'] ?? '';
  return known.split(',').some((one) => one.trim().replace(/^W\//, '') === tag);
}

/** Bodies lie as canonical JSON, so most accounts are put together without parsing one of them. */
function accountOf(facts: readonly Fact[], { retention }: Tenant, now: number): string {
  const bodies = facts.flatMap(({ kind, body, receivedAt }) => {
    if (kind !== 'decision') return [];
    if (!retention.purposes) return [body];
    const decision: Decision = JSON.parse(body);
    const rest = unexpired(decision, receivedAt, now, retention);
    return rest ? [rest === decision ? body : JSON.stringify(rest)] : [];
  });
  return `{"decisions":[${bodies.join(',')}]}`;
}

/** Days pass and purposes with them, so the day is part of the tag where purposes have days of their own. */
async function tagOf(subject: string, tenant: Tenant, { store, now }: Services): Promise<string> {
  const day = tenant.retention.purposes ? Math.floor(now() / 86_400_000) : 0;
  return `"${sha256(`${subject} ${await store.versionOf(tenant.id, subject)} ${day}`)}"`;
}

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  subject: string,
  services: Services,
): Promise<FastifyReply> {
  const tenant = services.tenantOf(request);
  const tag = await tagOf(subject, tenant, services);
  reply.header('etag', tag);
  if (request.method === 'GET' && isKnown(request, tag)) return reply.code(304).send();
  const facts = await services.store.factsOf(tenant.id, subject);
  return reply
    .type('application/json; charset=utf-8')
    .send(accountOf(facts, tenant, services.now()));
}

/**
 * `GET /v1/me` and `PUT /v1/me/device`. Linking needs both proofs, the person's token and the
 * device's secret, so nobody links a device or an account that is not theirs. A link is for good:
 * otherwise the next person on a shared device would take its history along (PROMISES S15).
 */
export function me(app: FastifyInstance, services: Services): void {
  app.get(
    '/v1/me',
    { schema: { summary: 'The decisions of a person' } },
    async (request, reply) => {
      const subject = await personOf(request, services.tenantOf(request));
      return answer(request, reply, subject, services);
    },
  );

  app.put(
    '/v1/me/device',
    { schema: { summary: 'Links a device to a person' } },
    async (request, reply) => {
      const tenant = services.tenantOf(request);
      const subject = await personOf(request, tenant);
      const device = deviceOf(request.headers['sluis-device'], tenant.hash);
      if (!device) throw new Failure('device');
      if (!(await services.store.linkDevice(tenant.id, device, subject)))
        throw new Failure('device-linked');
      return answer(request, reply, subject, services);
    },
  );
}
