import { canonicalPolicy, factsFor, stateOf, type Choice } from '@sluis/consent';
import type { Decision, Policy, State } from '@sluis/schema';
import { Failure } from './errors.js';
import { fileAndTell, type Giver } from './file-and-tell.js';
import type { Filed } from './file-decision.js';
import type { Services } from './services.js';
import { sha256 } from './sha256.js';
import type { Tenant } from './tenant.js';

/** What somebody answered, that is put into a decision here and not on a device. */
export interface Given {
  readonly id: string;
  readonly choice: Choice;
  readonly method: 'desk' | 'mail' | 'opt-out';
  readonly language: string;
  readonly channel?: Decision['channel'];
}

/** @throws {Failure} `purpose` where the server was not told what the site asks */
export function policyOf({ policy }: Tenant): Policy {
  if (!policy) throw new Failure('purpose');
  return policy;
}

/** How things stand with somebody, all devices together. */
export async function stateOfOwner(
  { store }: Services,
  tenant: Tenant,
  owner: string,
): Promise<State> {
  const facts = await store.factsOf(tenant.id, owner);
  const decisions = facts.filter(({ kind }) => kind === 'decision');
  return stateOf(decisions.map(({ body }): Decision => JSON.parse(body)));
}

/**
 * Files a decision for somebody: what was allowed and is refused now is a withdrawal, as on a device.
 * @returns nothing when the answers change nothing
 */
export async function fileAnswers(
  services: Services,
  tenant: Tenant,
  giver: Giver,
  { id, choice, method, language, channel }: Given,
): Promise<Filed | undefined> {
  const policy = policyOf(tenant);
  const purposes = factsFor(choice, policy, await stateOfOwner(services, tenant, giver.owner));
  if (!Object.keys(purposes).length) return undefined;
  const text = canonicalPolicy(policy);
  await services.store.filePolicy(tenant.id, sha256(text), text);
  const now = services.now();
  const decision: Decision = {
    id,
    policy: sha256(text),
    purposes,
    method,
    language,
    surface: new URL(tenant.origins[0] ?? 'https://localhost').hostname,
    at: new Date(now).toISOString(),
    ...(channel && { channel }),
  };
  return fileAndTell(services.store, tenant, giver, decision, now);
}
