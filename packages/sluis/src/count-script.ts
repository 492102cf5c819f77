// `count.js`: counts this page at the site's own server, where the rules exempt that (R46, R53), until the
// visitor objects (R56). Nothing is stored, nobody is told apart.
import { matchesKey, type SluisConfig } from '@sluis/schema';
import { whenLoaded } from './when-loaded.js';

function readConfig(): Partial<SluisConfig> {
  try {
    return JSON.parse(document.getElementById('sluis-config')?.textContent ?? '{}');
  } catch {
    return {}; // head.js says so
  }
}

function countPage(): void {
  const { backend, purposes = [], sensitivePaths = [] } = readConfig();
  const purpose = purposes.find(({ deviceAccess }) => deviceAccess === 'measurement');
  const isSensitive =
    document.documentElement.hasAttribute('data-sluis-sensitive') ||
    matchesKey(sensitivePaths, location.pathname);
  if (!purpose || !backend || isSensitive || !window.sluis?.allows(purpose.id)) return;
  // Text, so that the browser need not ask first whether it may.
  fetch(`${backend.replace(/\/$/, '')}/v1/page-views`, {
    method: 'POST',
    body: JSON.stringify({ page: location.pathname }),
    credentials: 'omit',
    keepalive: true,
    referrerPolicy: 'no-referrer',
  }).catch(() => undefined); // a page that is not counted is no harm
}

whenLoaded(countPage);
