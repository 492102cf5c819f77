import type { Decision } from '@sluis/schema';
import type { FastifyInstance } from 'fastify';
import { decisionSchema } from '../decision-schema.js';
import { deviceOf } from '../device-of.js';
import { Failure } from '../errors.js';
import { fileAndTell } from '../file-and-tell.js';
import type { Services } from '../services.js';

interface Put {
  Params: { readonly id: string };
  Body: Decision;
}

/** `PUT /v1/decisions/:id`: once per id, on disk before the answer. */
export function decisions(app: FastifyInstance, { store, tenantOf, now }: Services): void {
  app.put<Put>(
    '/v1/decisions/:id',
    { schema: { summary: 'Files a decision, once per id', body: decisionSchema } },
    async (request, reply) => {
      const tenant = tenantOf(request);
      const owner = deviceOf(request.headers['sluis-device'], tenant.hash);
      if (!owner) throw new Failure('device');
      if (request.body.id !== request.params.id) throw new Failure('id');
      const { isNew, acknowledgement } = await fileAndTell(
        store,
        tenant,
        { owner, isDevice: true },
        request.body,
        now(),
      );
      return reply.code(isNew ? 201 : 200).send(acknowledgement);
    },
  );
}
