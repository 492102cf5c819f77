import type { Truncation } from './anonymise-ip.js';
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
  /** How much of an address is left: `standard` (/24, /48) when left out, or `strict` (/16, /32). */
  readonly truncation?: Truncation;
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

function checkDatabase(path: string): void {
  if (!path || path.startsWith(':') || path.startsWith('file:')) {
    refuse(
      `The database is "${path}". Give the path of a file, for example /var/lib/sluis/sluis.db.`,
    );
  }
}

function checkOrigins(origins: readonly string[]): void {
  const wrong = origins.find((origin) => !isOrigin(origin));
  if (wrong === undefined) return;
  refuse(
    `The origin "${wrong}" is not one. Write scheme and host as a browser sends them, without a slash at the end: https://www.bank.example.`,
  );
}

function checkIdentity({ issuer, audience, maxAge }: Identity): void {
  if (!issuer) refuse('The identity has no issuer. Give the "iss" of your tokens.');
  if (!audience) refuse('The identity has no audience. Give the "aud" of your tokens.');
  checkNumber('identity.maxAge', maxAge, 24 * 3600);
}

/** @throws {ConfigurationError} the first setting that is wrong, with its fix */
export function checkOptions(options: ServerOptions): void {
  checkDatabase(options.database);
  checkOrigins(options.origins ?? []);
  if (options.key !== undefined && !/^[0-9a-f]{64}$/i.test(options.key)) {
    refuse('The key is not 64 hex digits. Make one with: openssl rand -hex 32.');
  }
  if (!['standard', 'strict', undefined].includes(options.truncation)) {
    refuse(`The truncation is "${options.truncation}". Write standard or strict.`);
  }
  if (options.identity) checkIdentity(options.identity);
  checkNumber('rateLimit', options.rateLimit, 1e9);
  checkNumber('requestTimeout', options.requestTimeout, 600_000);
}
