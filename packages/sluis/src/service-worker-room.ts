import { policyText } from '@sluis/gate/policy-text';
import type { Page } from './page.js';
import { blankPage, showRules } from './show-rules.js';

/** What the service worker is told: which hosts pass, and the policy of the site's own documents. */
function newsFor(page: Page): object {
  // What `identify()` opens is left to the page's own gate: the worker speaks for all pages.
  const rules = showRules(page, { ...page.situation(), identified: true });
  if (!rules) return { hosts: null, policy: '', blank: '' };
  return {
    hosts: rules.hosts,
    policy: policyText(rules),
    blank: new URL(blankPage(page), location.href).href,
  };
}

/** Was the word taken out of the configuration? Then the worker goes; a site's own one only forgets. */
async function dismiss(container: ServiceWorkerContainer): Promise<void> {
  if (!(await caches.has('sluis'))) return;
  for (const { active } of await container.getRegistrations())
    active?.postMessage({ sluis: 'dismiss' });
}

/**
 * Installs the service worker of the word `serviceWorker` once the visitor has answered, and tells it
 * how things stand: at first while it is being installed, which waits for that.
 */
export async function tellServiceWorker(page: Page): Promise<void> {
  const container = navigator.serviceWorker;
  if (!container) return; // no https
  const path = page.policy.serviceWorker;
  if (!path) return dismiss(container);
  container.controller?.postMessage({ sluis: newsFor(page) });
  if (page.mirrors.device ?? page.mirrors.account)
    await container.register(page.gate?.trusted('createScriptURL', path) ?? path);
  const registration = await container.getRegistration(path);
  const { installing, waiting, active } = registration ?? {};
  for (const worker of [installing, waiting, active]) worker?.postMessage({ sluis: newsFor(page) });
}
