import type { FastifyRequest } from 'fastify';

/** What follows the `?`, as it was sent. */
export function queryOf({ raw: { url = '' } }: FastifyRequest): string {
  const start = url.indexOf('?');
  return start < 0 ? '' : url.slice(start + 1);
}
