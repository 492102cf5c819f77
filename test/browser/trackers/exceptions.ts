import type { Property } from './run-tracker.ts';

const openDatabase =
  'the tracker holds its database open in the page: Chromium deletes it when the page is left';
const abortedFetch =
  'a held fetch that the tracker gave up runs at release all the same, and nobody catches its failure';
const impatient = 'the tracker gives its request up while it is held, and does not try again';

/**
 * Promises that are not kept for a tracker, each with its reason. To be emptied; one that is broken and
 * not named here fails the suite, and so does one that is named and kept.
 */
export const exceptions: Readonly<Record<string, Partial<Record<Property, string>>>> = {
  'snowplow bundle': { 'no new error in the page': abortedFetch },
  'mixpanel script': { 'nothing stored after': openDatabase },
  'mixpanel bundle': { 'nothing stored after': openDatabase },
  'amplitude script': { 'nothing stored after': openDatabase },
  'amplitude bundle': {
    'nothing stored after': openDatabase,
    'no new error in the page': abortedFetch,
  },
  'elastic apm bundle': {
    'no new error in the page': abortedFetch,
    'early event kept': impatient,
  },
  'grafana faro bundle': {
    'no new error in the page': abortedFetch,
    'early event kept': impatient,
  },
  'openreplay bundle': {
    'silent after withdrawal': 'its worker is not stopped, and no address in its code betrays it',
  },
};
