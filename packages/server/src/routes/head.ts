import type { FastifyInstance } from 'fastify';
import type { Services } from '../services.js';

/** `GET /v1/head`: the signed head of the tenant's chain. Who keeps one can hold the server to it later. */
export function head(app: FastifyInstance, { store, tenantOf, signHead, now }: Services): void {
  app.get('/v1/head', { schema: { summary: 'The signed head of the chain' } }, async (request) => {
    const { id } = tenantOf(request);
    return signHead(id, await store.head(id), now());
  });
}
