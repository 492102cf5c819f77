import type { Decision, Proof } from '@sluis/schema';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { DecisionRecord } from '../database/contract.js';
import { deviceOf } from '../device-of.js';
import { Failure } from '../errors.js';
import type { Services } from '../services.js';
import { sha256 } from '../sha256.js';

interface Get {
  Params: { readonly id: string };
}

/** May the sender see this record? The device that sent it, or the person that device belongs to. */
async function mayRead(
  request: FastifyRequest<Get>,
  record: DecisionRecord | undefined,
  services: Services,
): Promise<boolean> {
  const device = deviceOf(request.headers, services.hash);
  if (record && device === record.device) return true;
  const { authorization } = request.headers;
  if (authorization === undefined) return false;
  const subject = services.hash('subject', await services.verify(authorization));
  return record !== undefined && subject === (await services.store.subjectOf(record.device));
}

async function receiptOf(record: DecisionRecord, { store }: Services): Promise<Proof> {
  const decision: Decision = JSON.parse(record.body);
  return {
    schema: 'ISO/IEC TS 27560:2023',
    decision,
    policy: decision.policy ? ((await store.readPolicy(decision.policy)) ?? '') : '',
    acknowledgement: {
      id: record.id,
      hash: sha256(record.body),
      receivedAt: new Date(record.receivedAt).toISOString(),
    },
  };
}

async function answer(request: FastifyRequest<Get>, services: Services): Promise<Proof> {
  const record = await services.store.readDecision(request.params.id);
  if (!(await mayRead(request, record, services)) || !record) throw new Failure('not-found');
  return receiptOf(record, services);
}

/**
 * `GET /v1/decisions/:id/receipt`: the visitor's proof, the join of decision and policy. A stranger
 * gets the same 404 whether the id exists or not.
 */
export function receipts(app: FastifyInstance, services: Services): void {
  app.get<Get>('/v1/decisions/:id/receipt', (request) => answer(request, services));
}
