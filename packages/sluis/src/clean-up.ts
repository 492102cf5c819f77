import { clearTraces } from '@sluis/gate';
import type { Service } from '@sluis/schema';
import { fill, type Messages } from '@sluis/ui';
import { endKey, laterKey } from './own-keys.js';
import type { Page } from './page.js';

/** Tells the next page to look for what could not be deleted and cannot be seen at once. */
function remember(later: boolean): void {
  try {
    if (later) localStorage.setItem(laterKey, '1');
    else localStorage.removeItem(laterKey);
  } catch {
    // Without storage there is no next attempt, and nothing that one could find.
  }
}

/** What the visitor is told: who withdraws must know what came of it (EDPB 05/2020). */
function sentenceOf(
  messages: Messages,
  services: readonly Service[],
  kept: readonly string[],
): string {
  const names = services.map(({ label }) => label).join(', ');
  return [
    fill(messages.cleaned, { services: names }),
    ...(kept.length ? [fill(messages.leftBehind, { names: kept.join(', ') })] : []),
    messages.unseen,
  ].join(' ');
}

/** Clears what these services left on the device, and tells of it. */
export async function cleanUp(
  page: Page,
  services: readonly Service[],
  texts: () => Promise<Messages>,
): Promise<void> {
  const { removed, kept, later } = await clearTraces(window, {
    cookies: services.flatMap(({ cookies }) => cookies),
    storage: services.flatMap(({ cookies, storage }) => [
      ...storage,
      ...cookies.map((name) => endKey + name),
    ]),
  });
  remember(later);
  if (!removed.length && !kept.length) return;
  const messages = await texts().catch(() => undefined); // what was cleared is told all the same
  const sentence = messages ? sentenceOf(messages, services, kept) : '';
  page.emit('cleanup', { removed, kept, sentence });
}
