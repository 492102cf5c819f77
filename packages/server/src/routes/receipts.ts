import type { ConsentRecord, Decision, Proof } from '@sluis/schema';
import { consentRecordLd, consentRecordOf, kantaraReceipt } from '@sluis/consent/record';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { acknowledge } from '../acknowledge.js';
import type { Fact } from '../database/contract.js';
import { deviceOf } from '../device-of.js';
import { Failure } from '../errors.js';
import { personOf } from '../person-of.js';
import { isUuid } from '../request-words.js';
import type { Services } from '../services.js';
import { storedPolicy } from '../stored-policy.js';
import type { Tenant } from '../tenant.js';

interface Get {
  Params: { readonly id: string };
}

/** May the sender see this? The device that sent it, or the person it or its device belongs to. */
async function mayRead(
  request: FastifyRequest<Get>,
  fact: Fact | undefined,
  tenant: Tenant,
  { store }: Services,
): Promise<boolean> {
  const device = deviceOf(request.headers['sluis-device'], tenant.hash);
  if (fact && device === fact.owner) return true;
  if (request.headers.authorization === undefined) return false;
  const subject = await personOf(request, tenant);
  if (!fact) return false;
  return subject === fact.owner || subject === (await store.subjectOf(tenant.id, fact.owner));
}

async function proofOf(fact: Fact, { id }: Tenant, { store }: Services): Promise<Proof> {
  const decision: Decision = JSON.parse(fact.body);
  return {
    schema: 'ISO/IEC TS 27560:2023',
    decision,
    policy: decision.policy ? ((await store.readPolicy(id, decision.policy)) ?? '') : '',
    acknowledgement: acknowledge(decision, fact.body, fact.receivedAt),
  };
}

/** The join in the words of a standard, by a word of `Accept`. */
const renderings: readonly {
  readonly asked: string;
  readonly type: string;
  readonly render: (record: ConsentRecord, surface: string) => object | undefined;
}[] = [
  { asked: 'application/ld+json', type: 'application/ld+json', render: consentRecordLd },
  {
    asked: 'profile=KI-CR-v1.1.0',
    type: 'application/json; profile=KI-CR-v1.1.0',
    render: kantaraReceipt,
  },
];

/** @throws {Failure} `not-found` where the policy that was shown cannot be read */
function recordOf({ decision, policy }: Proof): ConsentRecord {
  const shown = storedPolicy(policy || undefined);
  if (!shown) throw new Failure('not-found');
  return consentRecordOf(decision, shown);
}

async function answer(
  request: FastifyRequest<Get>,
  reply: FastifyReply,
  services: Services,
): Promise<Proof | FastifyReply> {
  if (!isUuid(request.params.id)) throw new Failure('not-found');
  const tenant = services.tenantOf(request);
  const fact = await services.store.readFact(tenant.id, request.params.id);
  const mine = await mayRead(request, fact, tenant, services);
  if (!mine || fact?.kind !== 'decision') throw new Failure('not-found');
  const proof = await proofOf(fact, tenant, services);
  reply.header('vary', 'Origin, Accept');
  const rendering = renderings.find(({ asked }) => request.headers.accept?.includes(asked));
  if (!rendering) return proof;
  const rendered = rendering.render(recordOf(proof), proof.decision.surface);
  if (!rendered) throw new Failure('not-found');
  return reply.type(rendering.type).send(JSON.stringify(rendered));
}

const schema = { summary: 'The proof of a decision' };

/**
 * `GET /v1/decisions/:id/receipt`: the visitor's proof, the join of decision and policy; as a record in JSON-LD
 * or a receipt after Kantara where `Accept` asks for that. A stranger gets the same 404 whether the id exists or not.
 */
export function receipts(app: FastifyInstance, services: Services): void {
  app.get<Get>('/v1/decisions/:id/receipt', { schema }, (request, reply) =>
    answer(request, reply, services),
  );
}
