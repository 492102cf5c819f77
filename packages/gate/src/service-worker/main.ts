import { followPages } from './follow-pages.js';
import { holdRequests } from './hold-requests.js';

declare const self: ServiceWorkerGlobalScope;

/** The optional file at the site's root, or `importScripts` of it at the top of the site's own worker. */
const isOurs = self.location.pathname.endsWith('/sluis-worker.js');
const known = followPages(self, isOurs);
holdRequests(self, known);

if (isOurs) {
  // So that an active worker has been told: without rules it could only refuse everything.
  self.addEventListener('install', (event) =>
    event.waitUntil(known.read().then((rules) => (rules ? undefined : known.news()))),
  );
  self.addEventListener('activate', (event) =>
    event.waitUntil(self.registration.navigationPreload?.enable()),
  );
}
