import type { ShowRules } from './show-policy.js';

/**
 * What is shown rather than run. The parser, CSS and closed shadow roots ask for these without any
 * call that a script could stand before, and rarely must they come back at once.
 */
const shown = ['img-src', 'style-src', 'font-src', 'media-src', 'object-src', 'frame-src'];

/** An allow-list as a Content-Security-Policy: for the page itself, and for the service worker's header. */
export function policyText({ hosts, directives = shown }: ShowRules): string {
  const sources = hosts.map((host) => `${host}:* *.${host}:*`).join(' ');
  return directives
    .map((one) => `${one} 'self' data: blob: 'unsafe-inline' 'unsafe-eval' ${sources}`)
    .join(';');
}
