import type { Truncation } from './anonymise-ip.js';
import { ConfigurationError } from './configuration-error.js';
import { isPostgres } from './database/is-postgres.js';
import { isAddress, type IdentityKeySource } from './identity-keys.js';
import type { OperatorAddress } from './operator-server.js';
import type { RelaySettings, ServerOptions, SiteOptions } from './server-options.js';
import type { Identity } from './verify-token.js';

/** Environment variables as `process.env` has them. */
export interface Environment {
  readonly [name: string]: string | undefined;
}

export interface Settings {
  readonly options: ServerOptions;
  readonly host: string;
  readonly port: number;
}

/** Every variable with its line for `--help`. */
const variables: { readonly [name: string]: string } = {
  SLUIS_DATABASE: 'path of the SQLite file (this or DATABASE_URL)',
  DATABASE_URL: 'postgres://user:password@host/database, for any number of processes',
  SLUIS_SETTINGS: 'path of a JSON file with more settings: page, access, contacts, tenants, ...',
  SLUIS_ORIGINS: 'exact origins of the sites, comma-separated: https://www.bank.example',
  SLUIS_KEY: 'key of the hashes, 64 hex digits; when left out it is kept in <database>.key',
  SLUIS_IDENTITY_KEYS:
    'https address of a JWK set, or path of a file with one or with keys in PEM; none: every token is refused',
  SLUIS_IDENTITY_ISSUER: '"iss" of the tokens',
  SLUIS_IDENTITY_AUDIENCE: '"aud" of the tokens',
  SLUIS_IDENTITY_MAX_AGE: 'seconds since "iat", 600',
  SLUIS_TRUST_PROXY: 'addresses or ranges whose X-Forwarded-For is believed, comma-separated',
  SLUIS_RELAY: 'path of a JSON file with the services of the relay; when left out there is none',
  SLUIS_TRUNCATION: 'what is left of addresses: standard (IPv4 /24, IPv6 /48) or strict (/16, /32)',
  SLUIS_RATE_LIMIT: 'requests per minute per masked network, 1200',
  SLUIS_METRICS_PORT: 'port of /metrics and the page of answers; when left out there is none',
  SLUIS_METRICS_HOST: 'address of that port, 127.0.0.1',
  SLUIS_HOST: 'address to listen on, 127.0.0.1',
  SLUIS_PORT: 'port to listen on, 8787',
};

/** Of the same family and not ours: the browser that this repository's tests start. */
const others: readonly string[] = ['SLUIS_CHROMIUM'];

function refuseStrays(environment: Environment): void {
  const stray = Object.keys(environment).find(
    (name) =>
      name.startsWith('SLUIS_') && !Object.hasOwn(variables, name) && !others.includes(name),
  );
  if (stray === undefined) return;
  throw new ConfigurationError(
    `The variable ${stray} is not known. Remove it, or check its spelling with --help.`,
  );
}

/** The text of `--help`. */
export function help(): string {
  const width = Math.max(...Object.keys(variables).map((name) => name.length)) + 2;
  const lines = Object.entries(variables).map(([name, text]) => `  ${name.padEnd(width)}${text}`);
  return `sluis-server keeps the consent decisions of visitors.

  sluis-server                       serves
  sluis-server migrate               brings the database to the newest version and ends
  sluis-server tidy                  counts answers, takes away what is past its time, and ends
  sluis-server export [tenant]       writes the chain of a tenant as JSON
  sluis-server verify FILE [KEY]     checks such a file, and that KEY (hex) signed it

Settings come from the environment:

${lines.join('\n')}
`;
}

function list(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
}

function number(environment: Environment, name: string): number | undefined {
  const text = environment[name];
  if (!text) return undefined;
  if (!/^\d{1,9}$/.test(text))
    throw new ConfigurationError(`${name} is "${text}". Give a whole number.`);
  return Number(text);
}

function keysIn(text: string): IdentityKeySource {
  if (!text.trim().startsWith('{'))
    return text.match(/-----BEGIN [^-]+-----[^-]+-----END [^-]+-----/g) ?? [];
  try {
    const set: { keys?: unknown } = JSON.parse(text);
    if (Array.isArray(set.keys)) return { keys: set.keys };
  } catch {
    // Told below, with the fix.
  }
  throw new ConfigurationError(
    'The file of SLUIS_IDENTITY_KEYS is not a JWK set. Write {"keys": [ ... ]}.',
  );
}

/** The settings that are too large for a variable; their content is checked where it is used. */
const words: readonly (keyof SiteOptions | 'tenants')[] = [
  'origins',
  'identity',
  'retention',
  'relay',
  'page',
  'access',
  'kept',
  'recipients',
  'contacts',
  'tenants',
];

function settingsFile(
  environment: Environment,
  readFile: (path: string) => string,
): Partial<ServerOptions> {
  const path = environment['SLUIS_SETTINGS'];
  if (!path) return {};
  let settings: Partial<ServerOptions>;
  try {
    settings = JSON.parse(readFile(path));
  } catch {
    throw new ConfigurationError(
      `The file of SLUIS_SETTINGS, "${path}", cannot be read as JSON. Check the path and its commas.`,
    );
  }
  const stray = Object.keys(settings).find((name) => !words.some((word) => word === name));
  if (stray === undefined) return settings;
  throw new ConfigurationError(
    `The file of SLUIS_SETTINGS has the word "${stray}". Use: ${words.join(', ')}.`,
  );
}

/** What is in it is checked where it is used. */
function relay(
  environment: Environment,
  readFile: (path: string) => string,
): RelaySettings | undefined {
  const path = environment['SLUIS_RELAY'];
  if (!path) return undefined;
  try {
    const settings: RelaySettings = JSON.parse(readFile(path));
    if (settings.services) return settings;
  } catch {
    // Told below, with the fix.
  }
  throw new ConfigurationError(
    `The file of SLUIS_RELAY, "${path}", cannot be used. Write {"services": { ... }} in JSON.`,
  );
}

function keyFile(path: string, readFile: (path: string) => string): string {
  try {
    return readFile(path);
  } catch {
    throw new ConfigurationError(
      `The file of SLUIS_IDENTITY_KEYS, "${path}", cannot be read. Check the path and its permissions.`,
    );
  }
}

function identity(
  environment: Environment,
  readFile: (path: string) => string,
): Identity | undefined {
  const path = environment['SLUIS_IDENTITY_KEYS'];
  if (!path) return undefined;
  return {
    keys: isAddress(path) ? path : keysIn(keyFile(path, readFile)),
    issuer: environment['SLUIS_IDENTITY_ISSUER'] ?? '',
    audience: environment['SLUIS_IDENTITY_AUDIENCE'] ?? '',
    maxAge: number(environment, 'SLUIS_IDENTITY_MAX_AGE'),
  };
}

function database(environment: Environment): string {
  const { SLUIS_DATABASE: path, DATABASE_URL: address } = environment;
  if (path && address) {
    throw new ConfigurationError(
      'SLUIS_DATABASE and DATABASE_URL are both there. Remove the one that is not meant.',
    );
  }
  if (address && !isPostgres(address)) {
    throw new ConfigurationError(
      'DATABASE_URL is no PostgreSQL address. Write postgres://user:password@host/database.',
    );
  }
  if (path || address) return path || address || '';
  throw new ConfigurationError(
    'SLUIS_DATABASE is missing. Give the path of a file, for example /var/lib/sluis/sluis.db.',
  );
}

/** Checked with the other options. */
function truncation(environment: Environment): Truncation | undefined {
  return (environment['SLUIS_TRUNCATION'] || undefined) as Truncation | undefined;
}

/** 0 lets the system choose one. */
function port(environment: Environment, name: string): number | undefined {
  const value = number(environment, name);
  if (value === undefined || value <= 65535) return value;
  throw new ConfigurationError(`${name} is "${value}". Give a number from 0 to 65535.`);
}

function operator(environment: Environment): OperatorAddress | undefined {
  const given = port(environment, 'SLUIS_METRICS_PORT');
  const host = environment['SLUIS_METRICS_HOST'] || '127.0.0.1';
  return given === undefined ? undefined : { host, port: given };
}

/** What the variables say, without those that are not there: the file of settings may say it. */
function given(
  environment: Environment,
  readFile: (path: string) => string,
): Partial<ServerOptions> {
  const origins = list(environment['SLUIS_ORIGINS']);
  const options: Partial<ServerOptions> = {
    origins: origins.length ? origins : undefined,
    key: environment['SLUIS_KEY'] || undefined,
    identity: identity(environment, readFile),
    trustProxy: list(environment['SLUIS_TRUST_PROXY']),
    relay: relay(environment, readFile),
    truncation: truncation(environment),
    rateLimit: number(environment, 'SLUIS_RATE_LIMIT'),
    operator: operator(environment),
  };
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

/**
 * The settings in the environment. A `SLUIS_` variable that does not exist is a spelling mistake, and
 * a guard that was meant to be on would be off, so it is refused.
 * @throws {ConfigurationError}
 */
export function readEnvironment(
  environment: Environment,
  readFile: (path: string) => string,
): Settings {
  refuseStrays(environment);
  return {
    host: environment['SLUIS_HOST'] || '127.0.0.1',
    port: port(environment, 'SLUIS_PORT') ?? 8787,
    options: {
      ...settingsFile(environment, readFile),
      ...given(environment, readFile),
      database: database(environment),
    },
  };
}
