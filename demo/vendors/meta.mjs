import { cookie, gif, script } from './replies.mjs';

const threeMonths = 7776000;

/** Meta pixel: script and its per-pixel settings from one host, hits as images to another that sets its own cookie. */
export const meta = {
  id: 'meta',
  hosts: ['connect.facebook.net', 'www.facebook.com'],
  handle({ host, path }) {
    if (host === 'www.facebook.com')
      return path.startsWith('/tr') ? gif(cookie('fr', threeMonths)) : undefined;
    if (path === '/en_US/fbevents.js') return script('fbevents.js');
    if (path.startsWith('/signals/config/')) return script('fbevents-settings.js');
    return undefined;
  },
};
