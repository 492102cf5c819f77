import type { ShowRules } from './show-policy.js';

/**
 * What is shown rather than run. The parser, CSS and closed shadow roots ask for these without any
 * call that a script could stand before, and rarely must they come back at once. A prefetch may go
 * wherever any one directive lets something go (CSP3, 6.7.2.2; w3c/webappsec-csp/pull/582; so seen in Chromium
 * 156), so only `default-src` alone holds it, as in strict mode: scripts and connections have to stay open here.
 * A modulepreload falls under `script-src-elem`, with every script.
 */
const shown = ['img-src', 'style-src', 'font-src', 'media-src', 'object-src', 'frame-src'];

/** An allow-list as a Content-Security-Policy: for the page itself, and for the service worker's header. */
export function policyText({ hosts, directives = shown }: ShowRules): string {
  // A host alone is no leave for its sockets on a secure page (CSP3, 6.7.2.9); `ws` is one for `wss` too.
  const schemes = directives === shown ? [''] : ['', 'ws://'];
  const sources = hosts
    .flatMap((host) => schemes.map((scheme) => `${scheme}${host}:* ${scheme}*.${host}:*`))
    .join(' ');
  return directives
    .map((one) => `${one} 'self' data: blob: 'unsafe-inline' 'unsafe-eval' ${sources}`)
    .join(';');
}
