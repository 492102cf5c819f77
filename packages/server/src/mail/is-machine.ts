import type { IncomingHttpHeaders } from 'node:http';

/**
 * Programs that fetch pictures ahead of anybody, or for everybody: Gmail, Yahoo, scanners that say who they
 * are. Apple's Mail Privacy Protection calls itself `Mozilla/5.0` and nothing more.
 */
const machines =
  /^(Mozilla\/5\.0)?$|GoogleImageProxy|YahooMailProxy|BingPreview|bot\b|crawl|spider|scan|preview|headless|^(curl|wget|python|go-http|java|okhttp|node|undici)\b/i;

/** Headers in which programs say that they fetch ahead. */
const purposes = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'];

/** Scanners that say nothing of themselves look into a mail as it arrives. Milliseconds. */
const arrival = 10_000;

/**
 * Did a program ask for the picture of a mail, and nobody open it?
 * @param age of the mail, milliseconds
 */
export function isMachine(headers: IncomingHttpHeaders, age: number): boolean {
  const isAhead = purposes.some((name) => /prefetch|preview/i.test(String(headers[name])));
  return age < arrival || isAhead || machines.test(headers['user-agent'] ?? '');
}
