import type { FastifyRequest } from 'fastify';
import { Failure } from './errors.js';
import type { Tenant } from './tenant.js';

/** The tenant that a request is for. @throws {Failure} `tenant` when it does not say */
export type FindTenant = (request: FastifyRequest) => Tenant;

/**
 * By the `Origin` of the page, which no page can make up; without one (another server, or a page of the
 * same origin) by `Sluis-Tenant` or by `Host`.
 */
export function findTenant(tenants: readonly Tenant[]): FindTenant {
  const byOrigin = new Map(tenants.flatMap((one) => one.origins.map((origin) => [origin, one])));
  const byHost = new Map([...byOrigin].map(([origin, one]) => [new URL(origin).host, one]));
  const byId = new Map(tenants.map((one) => [one.id, one]));
  const [first] = tenants;
  const only = tenants.length === 1 ? first : undefined;

  return ({ headers }) => {
    const name = headers['sluis-tenant'];
    const found =
      headers.origin !== undefined
        ? byOrigin.get(headers.origin)
        : typeof name === 'string'
          ? byId.get(name)
          : (byHost.get(headers.host ?? '') ?? only);
    if (!found) throw new Failure('tenant');
    return found;
  };
}
