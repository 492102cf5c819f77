import { verdictForHost, verdictForService, type Situation } from '@sluis/consent';
import { isFirstParty } from '@sluis/gate';
import type { Service } from '@sluis/schema';
import { followRoutes } from './follow-routes.js';
import type { Page } from './page.js';
import { lockAnalytics } from './lock-analytics.js';
import { filterQueue, purgeQueue } from './filter-queue.js';

/** `gtag()` puts its calls into `dataLayer`. */
function queueOf(name: string): string {
  return name === 'gtag' ? 'dataLayer' : name;
}

function queuesOf(services: readonly Service[]): Set<string> {
  return new Set(services.flatMap(({ queues }) => queues.map(queueOf)));
}

/**
 * May an event of this name go into the queue? A queue may belong to several services: those that are
 * refused, or wait for sign-in, do not read it; the others must all have the event on their lists.
 */
function mayQueue(queue: string, event: string, situation: Situation): boolean {
  const { services, purposes } = situation.policy;
  const readers = services.filter(
    ({ id, queues }) =>
      queues.some((name) => queueOf(name) === queue) && verdictForService(id, situation) !== 'drop',
  );
  return (
    readers.length > 0 &&
    readers.every(({ id }) =>
      purposes.every(
        (purpose) =>
          !purpose.services.includes(id) || !purpose.events || purpose.events.includes(event),
      ),
    )
  );
}

/** Where the gate keeps addresses. Scripts and style sheets serve rather than send: they are needed later. */
const waiting = ['src', 'srcset', 'data', 'poster', 'background', 'href'].map(
  (name) => `data-sluis-${name}`,
);

function forgetElements(root: ParentNode, isOver: (address: string) => boolean): void {
  for (const element of root.querySelectorAll('*')) {
    if (element.shadowRoot) forgetElements(element.shadowRoot, isOver);
    if (element.matches('script, link[rel~=stylesheet]')) continue;
    for (const name of waiting) {
      const addresses = element.getAttribute(name)?.split(/[\s,]+/) ?? [];
      if (addresses.some(isOver)) element.removeAttribute(name);
    }
  }
}

/**
 * What came before `identify()`, or on a sensitive page, is dropped and not released with what comes
 * after (S06, S41): waiting pictures and frames, what the policy
 * refused, and events that the site has queued.
 */
export function forget(page: Page, before: Situation, after: Situation): void {
  for (const queue of queuesOf(page.policy.services))
    purgeQueue(queue, (event) => mayQueue(queue, event, before));

  const isOver = (address: string): boolean => {
    if (!URL.canParse(address, document.baseURI)) return false;
    const { hostname, pathname } = new URL(address, document.baseURI);
    return (
      verdictForHost(hostname, pathname, before) === 'drop' &&
      verdictForHost(hostname, pathname, after) !== 'drop' &&
      !isFirstParty(hostname, location.hostname)
    );
  };
  forgetElements(document, isOver);
  for (const [key, one] of page.gate?.refused ?? [])
    if (one && isOver(one.address)) page.gate?.refused.delete(key);
}

/**
 * Events that a purpose does not list, and those of a sensitive page, never reach a vendor's queue.
 * Calls against the lock of Google Analytics are mended. Follows the routes of an app, and lets the gate close and open with them.
 */
export function openBounds(page: Page, apply: () => void): void {
  lockAnalytics(page);
  const first = performance.getEntriesByType('navigation')[0]?.name ?? location.href;
  const began = page.situation(new URL(first).pathname);
  for (const queue of queuesOf(page.policy.services)) {
    purgeQueue(queue, (event) => mayQueue(queue, event, began));
    filterQueue(queue, (event) => mayQueue(queue, event, page.situation()));
  }

  let last = page.situation();
  followRoutes(() => {
    const now = page.situation();
    if (now.sensitive === last.sensitive) return;
    if (!now.sensitive) forget(page, last, now);
    last = now;
    apply();
  });
}
