import { SluisError, type Policy } from '@sluis/schema';
import { catalogue } from './catalogue.js';

/**
 * The policy with its catalogue ids looked up.
 * @throws {SluisError} C08 for an id that the catalogue does not have.
 */
export function withCatalogue(policy: Policy): Policy {
  const found = policy.catalogued.map((id) => {
    const service = catalogue.find((one) => one.id === id);
    if (!service) throw new SluisError('C08', 'services', id);
    return service;
  });
  return { ...policy, services: [...policy.services, ...found], catalogued: [] };
}
