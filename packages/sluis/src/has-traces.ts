import { matchesKey, type Service } from '@sluis/schema';

/** Stands in localStorage while a database or a cache is still to be deleted. */
export const laterKey = 'sluis-cleanup';

function keysOf(open: () => Storage): readonly string[] {
  try {
    return Object.keys(open());
  } catch {
    return []; // refused by the browser's settings
  }
}

/** Is there anything of these services on the device that a script can see? */
export function hasTraces(services: readonly Service[]): boolean {
  const cookies = document.cookie.split('; ').map((pair) => pair.split('=', 1).join());
  const keys = [...keysOf(() => localStorage), ...keysOf(() => sessionStorage)];
  if (keys.includes(laterKey)) return services.length > 0;
  return services.some(
    (service) =>
      cookies.some((name) => matchesKey(service.cookies, name)) ||
      keys.some((key) => matchesKey(service.storage, key)),
  );
}
