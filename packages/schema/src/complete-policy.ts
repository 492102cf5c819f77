import type { PurposeConfig, Relation, ServiceConfig, SluisConfig } from './config.js';
import { basesOf, controlOf } from './legal-basis.js';
import type { Policy, Purpose, Service } from './policy.js';

function completeService(service: ServiceConfig): Service {
  return {
    label: service.id,
    hosts: [],
    cookies: [],
    storage: [],
    disable: [],
    queues: [],
    ...service,
  };
}

function completePurpose(purpose: PurposeConfig): Purpose {
  const legalBasis = basesOf(purpose.legalBasis);
  const control = controlOf(legalBasis);
  return {
    deviceAccess: control === 'switch' ? 'consent' : 'none',
    services: [],
    recipients: [],
    identified: false,
    consentMode: [],
    ...purpose,
    legalBasis,
    control,
  };
}

/**
 * Fills in the defaults. What is wrong with a configuration is for `validateConfig` to say.
 * @param relation who is asked: purposes for others are no part of the policy (S17)
 */
export function completePolicy(config: SluisConfig, relation: Relation = 'visitor'): Policy {
  const services = config.services ?? [];
  const purposes: readonly PurposeConfig[] = config.purposes ?? [];
  return {
    profile: 'eu-strict',
    allow: [],
    unknown: 'hold',
    sensitivePaths: [],
    gate: 'live',
    onGrant: 'reload',
    languages: ['nl', 'fr', 'de', 'en'],
    ...config,
    purposes: purposes
      .filter(({ audience }) => !audience || audience.includes(relation))
      .map(completePurpose),
    services: services.filter((one) => typeof one === 'object').map(completeService),
    catalogued: services.filter((one) => typeof one === 'string'),
  };
}

/** The policy of a page without a (sound) configuration: everything is held, nothing is asked (GDPR art. 25). */
export const closedPolicy: Policy = completePolicy({
  controller: { name: '', contact: '', policyUrl: '' },
  unknown: 'block',
});
