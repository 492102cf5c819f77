import { SluisError } from '@sluis/schema';
import type { Page } from './page.js';

/** Whose device it is on each page, by the secret that the server has linked to who signed in. */
const secrets = new WeakMap<Page, string>();

/** One small body, on the site's own server: what, and on which path. */
function send({ policy }: Page, kind: string, secret: string): void {
  fetch(`${policy.backend?.replace(/\/$/, '')}/v1/activities`, {
    method: 'POST',
    body: JSON.stringify({ kind, page: location.pathname }),
    headers: { 'content-type': 'application/json', 'sluis-device': secret },
    credentials: 'omit',
    keepalive: true, // a click may lead away
    referrerPolicy: 'no-referrer',
  }).catch(() => undefined); // what is not recorded is no harm
}

/** @param kind as the page names it; it may name none */
function note(page: Page, kind: string | null | undefined): void {
  const secret = secrets.get(page);
  if (!kind || !secret) return;
  const listed = page.policy.purposes.filter(
    ({ recorded, events }) => recorded && events?.includes(kind),
  );
  if (!listed.length) page.report(new SluisError('G09', kind));
  else if (listed.some(({ id }) => page.allows(id))) send(page, kind, secret);
}

function listen(page: Page): void {
  document.addEventListener(
    'click',
    ({ target, isTrusted }) => {
      const element = target instanceof Element ? target.closest('[data-sluis-event]') : null;
      if (isTrusted) note(page, element?.getAttribute('data-sluis-event'));
    },
    true,
  );
  document.addEventListener('sluis-event', (event) => {
    if (event instanceof CustomEvent) note(page, String(event.detail));
  });
}

/**
 * From here on tells the server what the visitor does that a purpose records, and only that: named kinds, while
 * that purpose is allowed and somebody is signed in (S06, S08). Before there is no listener at all, and what
 * is not allowed is not kept for later.
 * @param secret of the device, which the server has linked to the person
 */
export function recordActivities(page: Page, secret: string): void {
  const isListening = secrets.has(page);
  secrets.set(page, secret);
  if (!isListening) listen(page);
  for (const element of document.querySelectorAll('[data-sluis-visit]'))
    note(page, element.getAttribute('data-sluis-visit'));
}
