import type { FastifyInstance } from 'fastify';
import type { Services } from '../services.js';

/** `/healthz`: the process answers. `/readyz`: the store takes a write, so traffic may come. */
export function health(app: FastifyInstance, { store }: Services): void {
  app.get(
    '/healthz',
    { schema: { hide: true }, config: { mostPerMinute: Infinity } },
    async () => ({
      status: 'ok',
    }),
  );
  app.get('/readyz', { schema: { hide: true } }, async () => {
    await store.probe();
    return { status: 'ready' };
  });
}
