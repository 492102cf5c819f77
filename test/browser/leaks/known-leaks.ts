/** Vectors that reach the other party before the answer. To be emptied; a new one fails the suite. */
export const knownLeaks: readonly string[] = [
  // Chromium fetches these while it inserts them, before any script can look.
  'markup link-stylesheet',
  'markup css-after-slow-js',
  'markup link-preconnect',
  'markup style-import',
  'markup declarative-shadow-dom-img',
  'markup declarative-shadow-dom-style',
  // The page itself sends the browser on, from an address of its own.
  'markup first-party-redirect-img',
  'markup first-party-iframe-page',
  'net first-party worker',
  'net shared worker',
  'net service worker',
  // No call and no accessor to stand before.
  'net image decoded, then fetch in a worker',
  'cssom style property',
];

/**
 * Leaks as well, but the gate takes the address away while the connection is being made: whether the
 * request still goes out is a race, so these may also be found held.
 */
export const racingLeaks: readonly string[] = [
  'markup link-preload',
  'markup link-prefetch',
  'markup svg-image',
  'markup svg-feimage',
];
