import type { Truncation } from './anonymise-ip.js';
import { ConfigurationError } from './configuration-error.js';
import { isPostgres } from './database/is-postgres.js';
import { isOrigin } from './is-origin.js';
import type { RelayOptions } from './relay/relay-options.js';
import type { LogStream } from './server-log.js';
import type { Identity } from './verify-token.js';

/** How long decisions are kept (GDPR art. 5(1)(e)). */
export interface Retention {
  /** Days, 1826 when left out: five years, in which a consent may have to be shown (GDPR art. 7(1)). */
  readonly days?: number;
  /** Days by purpose, where they differ. A decision goes with the last of its purposes. */
  readonly purposes?: { readonly [purpose: string]: number };
}

/** What of the relay is not the site's anyway. */
export type RelaySettings = Pick<RelayOptions, 'services' | 'countryHeader'>;

/** The settings of one tenant. */
export interface SiteOptions {
  /** Exact origins of the sites: `https://www.bank.example`. */
  readonly origins?: readonly string[];
  /** Without it every token is refused and only devices are known. */
  readonly identity?: Identity;
  readonly retention?: Retention;
  /** Takes vendors' hits under `/relay/`, of one of several tenants under `/relay/<tenant>/`. */
  readonly relay?: RelaySettings;
}

/** The settings of a server; the environment of `sluis-server` is read into the same. */
export interface ServerOptions extends SiteOptions {
  /** Path of the SQLite file, or `postgres://user:password@host/database`. */
  readonly database: string;
  /** Tenants by id, in place of the one whose settings stand at the top. */
  readonly tenants?: { readonly [id: string]: SiteOptions };
  /** 32 bytes in hex. When left out one is made and kept in `<database>.key`, beside a SQLite file. */
  readonly key?: string;
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

function checkNumber(name: string, value: number | undefined, most: number): void {
  if (value !== undefined && !(Number.isInteger(value) && value > 0 && value <= most)) {
    refuse(`${name} is "${value}". Give a whole number from 1 to ${most}.`);
  }
}

function checkDatabase(path: string): void {
  if (isPostgres(path)) return;
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

function checkSite({ origins = [], identity, retention = {} }: SiteOptions): void {
  checkOrigins(origins);
  if (identity) checkIdentity(identity);
  checkNumber('retention.days', retention.days, 36_500);
  for (const [purpose, days] of Object.entries(retention.purposes ?? {}))
    checkNumber(`retention.purposes.${purpose}`, days, 36_500);
}

function checkTenants({ tenants = {}, origins, identity, retention, relay }: ServerOptions): void {
  const ids = Object.keys(tenants);
  const wrong = ids.find((id) => !/^[a-z][a-z0-9-]{0,62}$/.test(id));
  if (wrong !== undefined)
    refuse(
      `The tenant "${wrong}" cannot be called so. Use a-z, 0-9 and -, beginning with a letter.`,
    );
  if (ids.length && (origins ?? identity ?? retention ?? relay))
    refuse('There are tenants and settings of a site beside them. Move these into their tenant.');
  for (const site of Object.values(tenants)) checkSite(site);
}

function checkKey({ key, database }: ServerOptions): void {
  if (key === undefined && isPostgres(database))
    refuse('The key is missing: every process needs the same. Make one: openssl rand -hex 32.');
  if (key !== undefined && !/^[0-9a-f]{64}$/i.test(key))
    refuse('The key is not 64 hex digits. Make one with: openssl rand -hex 32.');
}

/** @throws {ConfigurationError} the first setting that is wrong, with its fix */
export function checkOptions(options: ServerOptions): void {
  checkDatabase(options.database);
  checkKey(options);
  checkSite(options);
  checkTenants(options);
  if (!['standard', 'strict', undefined].includes(options.truncation)) {
    refuse(`The truncation is "${options.truncation}". Write standard or strict.`);
  }
  checkNumber('rateLimit', options.rateLimit, 1e9);
  checkNumber('requestTimeout', options.requestTimeout, 600_000);
}
