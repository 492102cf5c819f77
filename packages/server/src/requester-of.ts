import type { FastifyRequest } from 'fastify';
import { deviceOf } from './device-of.js';
import { Failure } from './errors.js';
import type { Tenant } from './tenant.js';

/** Who uses a right: a person with a token, and with that for all linked devices, or a device for itself. */
export interface Requester {
  /** Keyed hash, hex. */
  readonly owner: string;
  /** As the token names the person; a device has none. */
  readonly subject?: string;
}

/** @throws {Failure} `unauthorized` when a token came and is not good, or nothing came */
export async function requesterOf(request: FastifyRequest, tenant: Tenant): Promise<Requester> {
  const { authorization, 'sluis-device': secret } = request.headers;
  if (authorization === undefined) {
    const owner = deviceOf(secret, tenant.hash);
    if (!owner) throw new Failure('unauthorized');
    return { owner };
  }
  const subject = await tenant.verify(authorization);
  return { owner: tenant.hash('subject', subject), subject };
}
