import type { Policy } from '@sluis/schema';

/**
 * Does the browser say no for its user? Global Privacy Control always counts (w3c.github.io/gpc), Do
 * Not Track where the site says so. Read once, before the first tag: the signal stands for a page.
 */
export function hasPrivacySignal({ doNotTrack }: Policy): boolean {
  const told = Object(navigator);
  return told.globalPrivacyControl === true || (!!doNotTrack && told.doNotTrack === '1');
}
