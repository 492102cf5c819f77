import type { LegalBasis, SluisConfig } from '@sluis/schema';
import type { Truncation } from './anonymise-ip.js';
import { ConfigurationError } from './configuration-error.js';
import type { Group } from './group.js';
import { isPostgres } from './database/is-postgres.js';
import { isOrigin } from './is-origin.js';
import type { RelayOptions } from './relay/relay-options.js';
import type { OperatorAddress } from './operator-server.js';
import type { LogStream } from './server-log.js';
import type { Identity } from './verify-token.js';

/** How long decisions are kept (GDPR art. 5(1)(e)). */
export interface Retention {
  /** Days, 1826 when left out: five years, in which a consent may have to be shown (GDPR art. 7(1)). */
  readonly days?: number;
  /** Days by purpose, where they differ. A decision goes with the last of its purposes. */
  readonly purposes?: { readonly [purpose: string]: number };
  /**
   * Purposes by whose consent the controller keeps something of its own longer, as an application after a
   * procedure (PROMISES S39): days without that consent, and with it.
   */
  readonly extended?: {
    readonly [purpose: string]: { readonly without: number; readonly with: number };
  };
}

/** What of the relay is not the site's anyway. */
export type RelaySettings = Pick<RelayOptions, 'services' | 'countryHeader'>;

/** What a key of the operator's own systems may be used for. */
export type Scope = 'desk' | 'contacts' | 'retention' | 'statistics';

/** A key of one of the operator's own systems. */
export interface AccessKey {
  /** SHA-256 of the key, hex: the key itself is not here. */
  readonly sha256: string;
  readonly scopes: readonly Scope[];
}

/** What the controller keeps when somebody asks for erasure (GDPR art. 17(3)), beside what is in this server. */
export interface Kept {
  readonly what: string;
  readonly ground: LegalBasis;
  /** Until when, in words: "ten years after the contract ends". */
  readonly until: string;
}

/** Somebody who got data and is told of a correction, an erasure or a restriction (GDPR art. 19). */
export interface RecipientHook {
  readonly name: string;
  /** Gets a POST for each. */
  readonly url: string;
}

/** When somebody may be written to (PROMISES S10, S11). */
export interface ContactRules {
  /** The channels, each with the purpose that must be allowed for it, if any. */
  readonly channels: { readonly [channel: string]: { readonly purpose?: string } };
  /** Kinds of message: does it count for the limit, and is it one that needs the channel's purpose? */
  readonly kinds: {
    readonly [kind: string]: { readonly counted: boolean; readonly needsPurpose: boolean };
  };
  /** Counted messages within `days`, over all channels together; 1 when left out. */
  readonly most?: number;
  /** 30 when left out. */
  readonly days?: number;
}

/** The settings of one tenant. */
export interface SiteOptions {
  /** Exact origins of the sites: `https://www.bank.example`. */
  readonly origins?: readonly string[];
  /** Without it every token is refused and only devices are known. */
  readonly identity?: Identity;
  readonly retention?: Retention;
  /** Of several tenants, those that tell each other what was answered for some purposes. */
  readonly group?: Group;
  /** Takes vendors' hits under `/relay/`, of one of several tenants under `/relay/<tenant>/`. */
  readonly relay?: RelaySettings;
  /** The configuration of the page, in the same words: what the opt-out page without script and the desk show. */
  readonly page?: SluisConfig;
  /** Keys of the operator's own systems, by name. */
  readonly access?: { readonly [name: string]: AccessKey };
  readonly kept?: readonly Kept[];
  readonly recipients?: readonly RecipientHook[];
  readonly contacts?: ContactRules;
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
  /** Where `/metrics` and the page of answers are; nowhere when left out. */
  readonly operator?: OperatorAddress;
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

const scopes: readonly Scope[] = ['desk', 'contacts', 'retention', 'statistics'];

function checkAccessKeys(access: NonNullable<SiteOptions['access']>): void {
  for (const [name, { sha256, scopes: given }] of Object.entries(access)) {
    if (!/^[0-9a-f]{64}$/.test(sha256))
      refuse(`The access key "${name}" has no SHA-256. Give: printf %s KEY | sha256sum.`);
    const wrong = given.find((one) => !scopes.includes(one));
    if (wrong !== undefined)
      refuse(`The access key "${name}" has the scope "${wrong}". Use: ${scopes.join(', ')}.`);
  }
}

function checkContacts({ contacts, page }: SiteOptions): void {
  const ids = page?.purposes?.map(({ id }) => id);
  for (const [channel, { purpose }] of Object.entries(contacts?.channels ?? {})) {
    if (purpose !== undefined && !ids?.includes(purpose))
      refuse(
        `The channel "${channel}" has the purpose "${purpose}", which the page has not. Add it there.`,
      );
  }
  checkNumber('contacts.most', contacts?.most, 1000);
  checkNumber('contacts.days', contacts?.days, 366);
}

function checkExtended({ retention, page }: SiteOptions): void {
  for (const [purpose, days] of Object.entries(retention?.extended ?? {})) {
    checkNumber(`retention.extended.${purpose}.without`, days.without, 36_500);
    checkNumber(`retention.extended.${purpose}.with`, days.with, 36_500);
    if (days.with <= days.without)
      refuse(`retention.extended.${purpose} is no longer with consent. Give more days to "with".`);
    if (
      !page?.purposes?.some(
        ({ id, legalBasis }) => id === purpose && [legalBasis].flat().includes('a'),
      )
    )
      refuse(
        `retention.extended has "${purpose}", which is no purpose by consent of the page. Add it there.`,
      );
  }
}

function checkSite(site: SiteOptions): void {
  const { origins = [], identity, retention = {}, access = {}, recipients = [] } = site;
  checkOrigins(origins);
  if (identity) checkIdentity(identity);
  checkAccessKeys(access);
  checkContacts(site);
  const unreachable = recipients.find(({ url }) => !/^https?:/.test(url) || !URL.canParse(url));
  if (unreachable)
    refuse(`The recipient "${unreachable.name}" has no address. Give it a url that takes a POST.`);
  checkNumber('retention.days', retention.days, 36_500);
  for (const [purpose, days] of Object.entries(retention.purposes ?? {}))
    checkNumber(`retention.purposes.${purpose}`, days, 36_500);
  checkExtended(site);
}

/** Who is called the same must be the same person, or one would see another's answers. */
function checkGroup({ group, identity }: SiteOptions, sites: readonly SiteOptions[]): void {
  if (!group) return;
  const others = sites.filter((one) => one.group?.name === group.name);
  if (identity && others.every((one) => one.identity?.issuer === identity.issuer)) return;
  refuse(
    `The tenants of the group "${group.name}" have not one identity. Give all of them the same issuer, or take them apart.`,
  );
}

function checkTenants({
  tenants = {},
  origins,
  identity,
  retention,
  relay,
  group,
}: ServerOptions): void {
  const ids = Object.keys(tenants);
  const wrong = ids.find((id) => !/^[a-z][a-z0-9-]{0,62}$/.test(id));
  if (wrong !== undefined)
    refuse(
      `The tenant "${wrong}" cannot be called so. Use a-z, 0-9 and -, beginning with a letter.`,
    );
  if (group) refuse('A group is of several tenants. Move it into its tenant.');
  if (ids.length && (origins ?? identity ?? retention ?? relay))
    refuse('There are tenants and settings of a site beside them. Move these into their tenant.');
  const sites = Object.values(tenants);
  for (const site of sites) checkSite(site);
  for (const site of sites) checkGroup(site, sites);
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
