import type { FastifyInstance } from 'fastify';
import { canonicalObject } from '../canonical-object.js';
import { Failure } from '../errors.js';
import type { Services } from '../services.js';
import { sha256 } from '../sha256.js';

interface Put {
  Params: { readonly hash: string };
  Body: Buffer;
}

/**
 * `PUT /v1/policies/:sha256`: what was shown, byte for byte, named by its own hash, so that nobody
 * can change it and anybody can check it.
 */
export function policies(app: FastifyInstance, { store, tenantOf }: Services): void {
  // A room of its own: here bodies are bytes, everywhere else JSON.
  void app.register(async (room) => {
    room.removeAllContentTypeParsers();
    room.addContentTypeParser(
      ['text/plain', 'application/json'],
      { parseAs: 'buffer' },
      (_request, body, done) => done(null, body),
    );
    const schema = { summary: 'Files a policy under its SHA-256' };
    const options = { schema, bodyLimit: 64 * 1024, config: { mostPerMinute: 60 } };
    room.put<Put>('/v1/policies/:hash', options, async (request, reply) => {
      const { body, params } = request;
      if (!Buffer.isBuffer(body) || sha256(body) !== params.hash) throw new Failure('policy');
      const text = canonicalObject(body);
      if (text === undefined) throw new Failure('policy');
      const isNew = await store.filePolicy(tenantOf(request).id, params.hash, text);
      return reply.code(isNew ? 201 : 200).send({ hash: params.hash });
    });
  });
}
