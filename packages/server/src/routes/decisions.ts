import { canonical } from '@sluis/consent';
import type { Acknowledgement, Decision } from '@sluis/schema';
import type { FastifyInstance } from 'fastify';
import { decisionSchema } from '../decision-schema.js';
import { deviceOf } from '../device-of.js';
import { Failure } from '../errors.js';
import type { Services } from '../services.js';
import { sha256 } from '../sha256.js';

/** How far a device's clock may run ahead, milliseconds. */
const ahead = 10 * 60 * 1000;

interface Put {
  Params: { readonly id: string };
  Body: Decision;
}

function checkMoment(at: string, now: number): void {
  const moment = Date.parse(at);
  if (Number.isNaN(moment)) throw new Failure('body');
  if (moment > now + ahead) throw new Failure('future');
}

/** `PUT /v1/decisions/:id`: once per id, on disk before the answer (GDPR art. 7(1): demonstrable). */
export function decisions(app: FastifyInstance, { store, hash, now }: Services): void {
  app.put<Put>(
    '/v1/decisions/:id',
    { schema: { body: decisionSchema } },
    async (request, reply) => {
      const decision = request.body;
      const device = deviceOf(request.headers, hash);
      if (!device) throw new Failure('device');
      if (decision.id !== request.params.id) throw new Failure('id');
      checkMoment(decision.at, now());

      const body = canonical(decision);
      const filing = await store.fileDecision(
        { id: decision.id, device, body, receivedAt: now() },
        decision.policy,
      );

      switch (filing.outcome) {
        case 'foreign':
          throw new Failure('not-found');
        case 'other':
          throw new Failure('conflict');
        case 'policy-unknown':
          throw new Failure('policy-unknown');
        case 'created':
        case 'same': {
          const receivedAt = new Date(filing.receivedAt).toISOString();
          const said: Acknowledgement = { id: decision.id, hash: sha256(body), receivedAt };
          return reply.code(filing.outcome === 'created' ? 201 : 200).send(said);
        }
      }
    },
  );
}
