import type { FastifyRequest } from 'fastify';
import { Failure } from './errors.js';
import type { Scope } from './server-options.js';
import { sha256 } from './sha256.js';
import type { Tenant } from './tenant.js';

/** Lets the operator's own systems in. Only the hash of a key is compared, so its length of time tells nothing. */
export function checkAccess(request: FastifyRequest, { access }: Tenant, scope: Scope): void {
  const key = request.headers['sluis-key'];
  const known = typeof key === 'string' ? access.get(sha256(key)) : undefined;
  if (!known?.scopes.includes(scope)) throw new Failure('key');
}
