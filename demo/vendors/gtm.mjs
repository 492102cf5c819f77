import { html, script } from './replies.mjs';

/** Google Tag Manager: a container with one custom image tag in it, and the frame for pages without script. */
export const gtm = {
  id: 'gtm',
  hosts: ['www.googletagmanager.com'],
  handle({ path, query }) {
    const container = /^GTM-\w+$/.exec(query.get('id') ?? '')?.[0] ?? 'GTM-UNKNOWN';
    if (path === '/gtm.js') return script('gtm.js', { __ID__: container });
    if (path === '/ns.html') {
      return html(
        `<!doctype html><title>ns</title><img src="https://tag.adnet.example/ns.gif?c=${container}" alt="">`,
      );
    }
    return undefined;
  },
};
