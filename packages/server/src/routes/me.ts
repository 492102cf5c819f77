import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { deviceOf } from '../device-of.js';
import { Failure } from '../errors.js';
import type { Services } from '../services.js';
import { sha256 } from '../sha256.js';

async function subjectOf(request: FastifyRequest, { hash, verify }: Services): Promise<string> {
  return hash('subject', await verify(request.headers.authorization));
}

function isKnown(request: FastifyRequest, tag: string): boolean {
  const known = request.headers['if-none-match'] ?? '';
  return known.split(',').some((one) => one.trim().replace(/^W\//, '') === tag);
}

/** The bodies are stored as canonical JSON, so the account is put together without parsing one of them. */
async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  subject: string,
  { store }: Services,
): Promise<FastifyReply> {
  const account = `{"decisions":[${(await store.decisionsOf(subject)).join(',')}]}`;
  const tag = `"${sha256(account)}"`;
  reply.header('etag', tag);
  if (request.method === 'GET' && isKnown(request, tag)) return reply.code(304).send();
  return reply.type('application/json; charset=utf-8').send(account);
}

/**
 * `GET /v1/me` and `PUT /v1/me/device`. Linking needs both proofs, the person's token and the
 * device's secret, so nobody links a device or an account that is not theirs. A link is for good:
 * otherwise the next person on a shared device would take its history along (PROMISES S15).
 */
export function me(app: FastifyInstance, services: Services): void {
  app.get('/v1/me', async (request, reply) => {
    return answer(request, reply, await subjectOf(request, services), services);
  });

  app.put('/v1/me/device', async (request, reply) => {
    const subject = await subjectOf(request, services);
    const device = deviceOf(request.headers, services.hash);
    if (!device) throw new Failure('device');
    if (!(await services.store.linkDevice(device, subject))) throw new Failure('device-linked');
    return answer(request, reply, subject, services);
  });
}
