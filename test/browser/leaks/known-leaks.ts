/** Vectors that reach the other party before the answer. To be emptied; a new one fails the suite. */
export const knownLeaks: readonly string[] = [
  // Chromium connects while it inserts the link, and no policy has a word about connecting.
  'markup link-preconnect',
  // The page itself sends the browser on, from an address of its own.
  'markup first-party-iframe-page',
  'net service worker',
  // The worker is told where to only when it runs.
];

/**
 * Leaks as well, but the gate takes the address away while the connection is being made: whether the
 * request still goes out is a race, so these may also be found held.
 */
export const racingLeaks: readonly string[] = ['markup link-prefetch'];
