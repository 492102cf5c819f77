import { sentenceOf } from '#sentences';
import type { ErrorCode } from './error-code.js';

/** In development the message is a sentence with the fix; in production the code, the place and the value. */
export class SluisError extends Error {
  readonly code: ErrorCode;
  readonly at: string;

  constructor(code: ErrorCode, at: string = '', value?: unknown) {
    super(`sluis ${code}: ${sentenceOf(code, at, value)}`);
    this.name = 'SluisError';
    this.code = code;
    this.at = at;
  }
}
