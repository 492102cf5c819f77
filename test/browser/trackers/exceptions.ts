import type { Property } from './run-tracker.ts';

/**
 * Promises that are not kept for a tracker, each with its reason. To be emptied; one that is broken and
 * not named here fails the suite, and so does one that is named and kept.
 */
export const exceptions: Readonly<Record<string, Partial<Record<Property, string>>>> = {};

/** Promises that are kept or not by chance, so these may be found either way. */
export const races: typeof exceptions = {};
