import type { ErrorCode } from './error-code.js';

/** Production carries no words: the code is looked up in the README's table. */
export function sentenceOf(_code: ErrorCode, at: string, value: unknown): string {
  return value === undefined ? at : `${at} ${String(value)}`;
}

/** In production a bad configuration is reported and everything is held; the page goes on. */
export const isDevelopment: boolean = false;
