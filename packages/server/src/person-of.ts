import type { FastifyRequest } from 'fastify';
import type { Tenant } from './tenant.js';

/** The keyed hash of the person whose token a request carries. @throws {Failure} `unauthorized` */
export async function personOf(request: FastifyRequest, { hash, verify }: Tenant): Promise<string> {
  return hash('subject', await verify(request.headers.authorization));
}
