import type { Acknowledgement, Decision } from '@sluis/schema';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { decisionSchema } from '../decision-schema.js';
import { deviceOf } from '../device-of.js';
import { bodyOf, codeOf, Failure, statusOf, type FailureBody } from '../errors.js';
import { fileAndTell, type Giver } from '../file-and-tell.js';
import type { Services } from '../services.js';
import type { Tenant } from '../tenant.js';

/** What became of one decision of a batch: the status and body that a PUT would have had. */
export type Result =
  | { readonly id: string; readonly status: 200 | 201; readonly acknowledgement: Acknowledgement }
  | { readonly id: string; readonly status: number; readonly failure: FailureBody };

export interface Batch {
  readonly device: string;
  readonly decisions: readonly Decision[];
}

const batchSchema: object = {
  type: 'object',
  additionalProperties: false,
  required: ['device', 'decisions'],
  properties: {
    device: { type: 'string', maxLength: 64 },
    decisions: { type: 'array', minItems: 1, maxItems: 32, items: decisionSchema },
  },
};

async function file(
  { store, now }: Services,
  tenant: Tenant,
  giver: Giver,
  decision: Decision,
): Promise<Result> {
  const { id } = decision;
  try {
    const filed = await fileAndTell(store, tenant, giver, decision, now());
    return { id, status: filed.isNew ? 201 : 200, acknowledgement: filed.acknowledgement };
  } catch (error) {
    const code = codeOf(error);
    return { id, status: statusOf(code), failure: bodyOf(code) };
  }
}

async function answer(
  request: FastifyRequest<{ Body: Batch }>,
  services: Services,
): Promise<{ readonly results: readonly Result[] }> {
  const tenant = services.tenantOf(request);
  const owner = deviceOf(request.body.device, tenant.hash);
  if (!owner) throw new Failure('device');
  const giver: Giver = { owner, isDevice: true };
  const filing = request.body.decisions.map((one) => file(services, tenant, giver, one));
  return { results: await Promise.all(filing) };
}

/**
 * `POST /v1/decisions`: up to 32 at once, for a page that goes. `sendBeacon` sets no headers and, for
 * text, asks no leave first: so the device secret is in the body, and text is read as JSON.
 */
export function batch(app: FastifyInstance, services: Services): void {
  void app.register(async (room) => {
    room.removeAllContentTypeParsers();
    room.addContentTypeParser(
      ['text/plain', 'application/json'],
      { parseAs: 'string' },
      room.getDefaultJsonParser('error', 'error'),
    );
    const options = {
      bodyLimit: 64 * 1024,
      schema: {
        summary: 'Files up to 32 decisions, as sendBeacon can send them',
        body: batchSchema,
      },
    };
    room.post<{ Body: Batch }>('/v1/decisions', options, (request) => answer(request, services));
  });
}
