import type { FastifyInstance, FastifyRequest } from 'fastify';
import { profilingIn } from '../activities/profiling-in.js';
import { activityLife } from '../activities/activity-life.js';
import { stateOfOwner } from '../file-answers.js';
import { consentPurpose, isConsented } from '../is-consented.js';
import { isMachine } from '../mail/is-machine.js';
import { mailClaims } from '../mail/mail-token.js';
import type { Services } from '../services.js';
import { sha256 } from '../sha256.js';

interface Params {
  readonly Params: { readonly token: string };
}

/** One transparent point. */
const image: Buffer = Buffer.from(
  'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7',
  'base64',
);

/** Records that a mail was opened, once, where its recipient has consented to that and a person opened it. */
async function record(request: FastifyRequest<Params>, services: Services): Promise<void> {
  const { store, tenants, now } = services;
  const at = now();
  const { token } = request.params;
  const claims = mailClaims(token, tenants, at);
  if (!claims) return;
  const { tenant, subject, mailing, sentAt } = claims;
  const { policy, retention } = tenant;
  const purpose = consentPurpose(policy, claims.purpose);
  // The same is asked of the store for everybody.
  const state = await stateOfOwner(services, tenant, subject);
  if (!policy || !purpose || !isConsented(purpose, policy, state, at)) return;
  if (isMachine(request.headers, at - sentAt)) return;
  await store.addActivities(tenant.id, [
    {
      id: sha256(token),
      subject,
      purpose: purpose.id,
      kind: 'mail-open',
      place: mailing,
      profiling: profilingIn(policy, state, at),
      at,
      expiresAt: at + activityLife(purpose, retention),
    },
  ]);
}

/**
 * `GET /v1/mail/{token}.gif`: the picture in a mail (CNIL 2026-042, R55; PROMISES S04). It is answered before
 * anything is looked up, so that neither answer nor time tells of a consent, or of a token that is none.
 */
export function mailPixel(app: FastifyInstance, services: Services): void {
  const underWay = new Set<Promise<void>>();
  app.addHook('onClose', async () => void (await Promise.all(underWay)));

  app.get<Params>(
    '/v1/mail/:token.gif',
    {
      schema: { summary: 'The picture in a mail' },
      config: { anyOrigin: true },
      onResponse: (request, _reply, done) => {
        const work = record(request, services)
          .catch((error: unknown) => request.log.error({ err: error }, 'an opening was lost'))
          .finally(() => underWay.delete(work));
        underWay.add(work);
        done();
      },
    },
    // Mail is read on pages of other origins.
    (_request, reply) =>
      reply.header('cross-origin-resource-policy', 'cross-origin').type('image/gif').send(image),
  );
}
