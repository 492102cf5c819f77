import { ConfigurationError } from './configuration-error.js';
import type { LogStream } from './server-log.js';
import type { Identity } from './verify-token.js';

/** The settings of a server; the environment of `sluis-server` is read into the same. */
export interface ServerOptions {
  /** Path of the SQLite file. */
  readonly database: string;
  /** Exact origins of the sites: `https://www.bank.example`. */
  readonly origins?: readonly string[];
  /** 32 bytes in hex. When left out one is made and kept in `<database>.key`. */
  readonly key?: string;
  /** Without it every token is refused and only devices are known. */
  readonly identity?: Identity;
  /** Addresses or CIDR ranges of proxies whose `X-Forwarded-For` is believed. */
  readonly trustProxy?: readonly string[];
  /** Requests per minute per masked network, 1200 when left out. */
  readonly rateLimit?: number;
  /** Milliseconds within which a request is complete, 10,000 when left out; its headers within half of that. */
  readonly requestTimeout?: number;
  /** Where log lines go; nowhere when left out. */
  readonly log?: LogStream;
  /** Milliseconds since 1970, for tests. */
  readonly now?: () => number;
}

function refuse(sentence: string): never {
  throw new ConfigurationError(sentence);
}

function isOrigin(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text) && new URL(text).origin === text;
}

function checkNumber(name: string, value: number | undefined, most: number): void {
  if (value !== undefined && !(Number.isInteger(value) && value > 0 && value <= most)) {
    refuse(`${name} is "${value}". Give a whole number from 1 to ${most}.`);
  }
}

/** @throws {ConfigurationError} the first setting that is wrong, with its fix */
export function checkOptions(options: ServerOptions): void {
  const { database, origins = [], key, identity } = options;
  if (!database || database.startsWith(':') || database.startsWith('file:')) {
    refuse(`The database is "${database}". Give the path of a file, for example /var/lib/sluis/sluis.db.`);
  }
  for (const origin of origins) {
    if (!isOrigin(origin)) {
      refuse(`The origin "${origin}" is not one. Write scheme and host as a browser sends them, without a slash at the end: https://www.bank.example.`);
    }
  }
  if (key !== undefined && !/^[0-9a-f]{64}$/i.test(key)) {
    refuse('The key is not 64 hex digits. Make one with: openssl rand -hex 32.');
  }
  if (identity && !identity.issuer) refuse('The identity has no issuer. Give the "iss" of your tokens.');
  if (identity && !identity.audience) refuse('The identity has no audience. Give the "aud" of your tokens.');
  checkNumber('identity.maxAge', identity?.maxAge, 24 * 3600);
  checkNumber('rateLimit', options.rateLimit, 1e9);
  checkNumber('requestTimeout', options.requestTimeout, 600_000);
}
