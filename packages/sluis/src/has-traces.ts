import { matchesKey, type Service } from '@sluis/schema';
import { laterKey } from './own-keys.js';

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
