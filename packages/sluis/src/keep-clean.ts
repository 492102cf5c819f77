import { SluisError, type Service } from '@sluis/schema';
import { isRefused } from './guard-page.js';
import type { Page } from './page.js';
import type { Rooms } from './rooms.js';

/** Is there no leave for this service, by an answer or for want of one, whatever page and visit this is? */
function isHeld({ id }: Service, page: Page): boolean {
  const situation = { ...page.situation(), sensitive: false, identified: true };
  const purposes = page.policy.purposes.filter(({ services }) => services.includes(id));
  return purposes.some((purpose) => page.verdict(purpose, situation) !== 'pass');
}

/**
 * What a refused service left behind goes, on this page and again on the next ones (S30).
 * @param lookedUp were services looked up in the catalogue? Until then nobody knew their names, so
 * nothing stood before what they wrote.
 * @param language of what the visitor is told
 */
export function keepClean(
  page: Page,
  rooms: Rooms,
  lookedUp: boolean,
  language: () => string,
): void {
  if (page.policy.gate === 'report') return;
  const clean = async (applies: typeof isRefused): Promise<void> => {
    const services = page.policy.services.filter((service) => applies(service, page));
    if (!services.length) return;
    try {
      const { cleanUp } = await rooms.cleanUp();
      await cleanUp(page, services, async () => (await rooms.messages(language())).messages);
    } catch (error) {
      page.report(new SluisError('N03', 'clean-up', error));
    }
  };
  if (lookedUp) void clean(isHeld);
  page.on('change', () => void clean(isRefused));
}
