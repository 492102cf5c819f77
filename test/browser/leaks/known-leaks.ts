/**
 * Vectors that reach the other party before the answer, in live mode in Chromium. To be emptied; a new one
 * fails the suite.
 */
export const knownLeaks: readonly string[] = [
  // Chromium connects while it inserts the link, and no policy has a word about connecting.
  'markup link-preconnect',
  'markup preconnect, upper-case and crossorigin',
  // Modules are asked for by modules. The policy of live mode is about what is shown.
  'markup modulepreload',
  'markup own module that imports',
  'net import() of an own module that imports',
  // The page's own host sends on what is fetched or run; what is shown is held by the policy.
  'markup redirected script',
  'dom script, redirected',
  'net fetch, redirected',
  'net XHR, redirected',
  'net sendBeacon, redirected',
  'net first-party worker, redirected fetch',
  // Documents and workers of the own host that do not carry the gate.
  'markup first-party-iframe-page',
  'markup own svg document',
  'net service worker',
  'net service worker, importScripts',
  // What the parser puts into a closed root is seen by no one.
  'markup closed declarative shadow root, script',
];

/**
 * Leaks as well, but the gate takes the address away while the connection is being made: whether the
 * request still goes out is a race, so these may also be found held.
 */
export const racingLeaks: readonly string[] = [
  'markup link-prefetch',
  'markup link before its rel',
  'markup preload of data',
];
