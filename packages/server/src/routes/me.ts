import type { Decision } from '@sluis/schema';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Fact } from '../database/contract.js';
import { deviceOf } from '../device-of.js';
import { Failure } from '../errors.js';
import { shared, sharesOf, type Share } from '../group.js';
import { unexpired } from '../retention.js';
import type { Services } from '../services.js';
import { sha256 } from '../sha256.js';

function isKnown(request: FastifyRequest, tag: string): boolean {
  const known = request.headers['if-none-match'] ?? '';
  return known.split(',').some((one) => one.trim().replace(/^W\//, '') === tag);
}

/** What of a fact goes to the person: nothing where it is no decision, is not shared, or past its time. */
function bodyOf({ kind, body, receivedAt }: Fact, share: Share, now: number): string | undefined {
  const { retention } = share.tenant;
  if (kind !== 'decision') return undefined;
  // Bodies lie as canonical JSON, so most accounts are put together without parsing one of them.
  if (!retention.purposes && !share.purposes) return body;
  const decision: Decision = JSON.parse(body);
  const told = shared(decision, share);
  const rest = told && unexpired(told, receivedAt, now, retention);
  return rest && (rest === decision ? body : JSON.stringify(rest));
}

async function accountOf(shares: readonly Share[], { store, now }: Services): Promise<string> {
  const found = await Promise.all(
    shares.map(async (share) =>
      (await store.factsOf(share.tenant.id, share.owner)).flatMap((fact) => {
        const body = bodyOf(fact, share, now());
        return body === undefined ? [] : [{ id: fact.id, body }];
      }),
    ),
  );
  const all = found.flat();
  if (found.length > 1) all.sort((one, other) => (one.id < other.id ? -1 : 1));
  return `{"decisions":[${all.map(({ body }) => body).join()}]}`;
}

/** Days pass and purposes with them, so the day is part of the tag where purposes have days of their own. */
async function tagOf(shares: readonly Share[], { store, now }: Services): Promise<string> {
  const parts = shares.map(async ({ tenant, owner, purposes = [] }) => {
    const day = tenant.retention.purposes ? Math.floor(now() / 86_400_000) : 0;
    const version = await store.versionOf(tenant.id, owner);
    return [owner, version, day, ...purposes].join(' ');
  });
  return `"${sha256((await Promise.all(parts)).join('\n'))}"`;
}

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  /** As the token names the person. */
  subject: string,
  services: Services,
): Promise<FastifyReply> {
  const shares = sharesOf(services.tenantOf(request), services.tenants, subject);
  const tag = await tagOf(shares, services);
  reply.header('etag', tag);
  if (request.method === 'GET' && isKnown(request, tag)) return reply.code(304).send();
  return reply.type('application/json; charset=utf-8').send(await accountOf(shares, services));
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
      const subject = await services.tenantOf(request).verify(request.headers.authorization);
      return answer(request, reply, subject, services);
    },
  );

  app.put(
    '/v1/me/device',
    { schema: { summary: 'Links a device to a person' } },
    async (request, reply) => {
      const tenant = services.tenantOf(request);
      const subject = await tenant.verify(request.headers.authorization);
      const device = deviceOf(request.headers['sluis-device'], tenant.hash);
      if (!device) throw new Failure('device');
      if (!(await services.store.linkDevice(tenant.id, device, tenant.hash('subject', subject))))
        throw new Failure('device-linked');
      return answer(request, reply, subject, services);
    },
  );
}
