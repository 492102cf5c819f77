import swagger from '@fastify/swagger';
import type { FastifyInstance, RouteOptions } from 'fastify';
import { answers, failure } from './answers.js';

/** Says of a route that is described what it answers, and to whom; every one may fail. */
function describeAnswers({ method, url, schema }: RouteOptions): void {
  if (!schema?.summary) return;
  const described = answers[`${String(method)} ${url}`];
  if (!described) throw new Error(`answers.ts does not say what ${String(method)} ${url} answers`);
  schema.security = described.by.map((one) => ({ [one]: [] }));
  schema.response = { ...described.response, '4xx': failure, '5xx': failure };
}

/** Collects the routes that follow, for `GET /openapi.json` (OpenAPI 3.1). */
export async function describeRoutes(app: FastifyInstance): Promise<void> {
  app.addHook('onRoute', describeAnswers);
  // The schemas tell what is answered; they do not change it, by leaving out what they do not name.
  app.setSerializerCompiler(() => JSON.stringify);
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Sluis',
        version: '1',
        description: 'Consent decisions, rights and contacts.',
      },
      components: {
        securitySchemes: {
          person: { type: 'http', scheme: 'bearer', bearerFormat: 'JWS (ES256, EdDSA)' },
          device: { type: 'apiKey', in: 'header', name: 'Sluis-Device' },
          system: { type: 'apiKey', in: 'header', name: 'Sluis-Key' },
        },
      },
    },
  });
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
}
