import type { Policy, State } from '@sluis/schema';

/** Where an answer about a service stands: no purpose's id begins like that. */
export function servicePlace(service: string): string {
  return `@${service}`;
}

/**
 * Was the service refused by itself, whatever its purposes were answered? One that serves a locked
 * purpose cannot be: that purpose needs it.
 */
export function refusesService(service: string, { purposes }: Policy, state: State): boolean {
  return (
    state[servicePlace(service)]?.answer === 'refused' &&
    !purposes.some(({ control, services }) => control === 'locked' && services.includes(service))
  );
}
