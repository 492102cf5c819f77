import type { Policy } from '@sluis/schema';
import { ConfigurationError } from './configuration-error.js';
import type { Group } from './group.js';
import { keyedHash, type KeyedHash } from './keyed-hash.js';
import { policyForAll } from './policy-for-all.js';
import { relayTokens, type RelayTokens } from './relay/relay-tokens.js';
import type {
  AccessKey,
  ContactRules,
  Kept,
  RecipientHook,
  RelaySettings,
  Retention,
  ServerOptions,
  SiteOptions,
} from './server-options.js';
import { verifyToken, type VerifyToken } from './verify-token.js';

/** A site, or a group of sites of one controller. No tenant sees anything of another. */
export interface Tenant {
  readonly id: string;
  readonly origins: readonly string[];
  /** With a key of its own: the same device or person has another hash at every tenant. */
  readonly hash: KeyedHash;
  readonly verify: VerifyToken;
  readonly retention: Retention;
  readonly group?: Group;
  readonly relay?: RelaySettings;
  /** What the page shows; undefined where the server was not told. */
  readonly policy?: Policy;
  readonly access: ReadonlyMap<string, AccessKey>;
  readonly kept: readonly Kept[];
  readonly recipients: readonly RecipientHook[];
  readonly contacts?: ContactRules;
  /** For the relay, which takes those of its own tenant alone. */
  readonly tokens: RelayTokens;
}

/** Where there is one tenant, its settings stand at the top and it has this name. */
const only = 'site';

function siteOptions(options: ServerOptions): readonly (readonly [string, SiteOptions])[] {
  return options.tenants ? Object.entries(options.tenants) : [[only, options]];
}

function checkApart(sites: readonly (readonly [string, SiteOptions])[]): void {
  const origins = sites.flatMap(([, site]) => site.origins ?? []);
  const twice = origins.find((origin, index) => origins.indexOf(origin) !== index);
  if (twice === undefined) return;
  throw new ConfigurationError(
    `The origin "${twice}" is named twice. Give every origin to one tenant.`,
  );
}

/**
 * @param key 32 bytes in hex, the installation's
 * @throws {ConfigurationError} when an origin has two tenants
 */
export function openTenants(options: ServerOptions, key: string): readonly Tenant[] {
  const sites = siteOptions(options);
  checkApart(sites);
  return sites.map(([id, site]) => ({
    id,
    origins: site.origins ?? [],
    hash: keyedHash(key, id),
    relay: site.relay,
    verify: verifyToken(site.identity),
    retention: site.retention ?? {},
    group: site.group,
    policy: site.page && policyForAll(site.page),
    access: new Map(Object.values(site.access ?? {}).map((one) => [one.sha256, one])),
    kept: site.kept ?? [],
    recipients: site.recipients ?? [],
    contacts: site.contacts,
    tokens: relayTokens(key, id),
  }));
}
