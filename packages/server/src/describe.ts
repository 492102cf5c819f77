import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';

/** Collects the routes that follow, for `GET /openapi.json` (OpenAPI 3.1). */
export async function describeRoutes(app: FastifyInstance): Promise<void> {
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
