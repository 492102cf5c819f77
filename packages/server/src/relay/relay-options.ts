import { ConfigurationError } from '../configuration-error.js';
import { isOrigin } from '../is-origin.js';
import { knownVendors, type VendorName } from './known-vendors.js';
import type { ShareKey } from './share-key.js';
import type { Vendor, VendorScript } from './vendor.js';

/** What a vendor hears of where a visitor is: nothing, the country, or the masked network. */
export type AddressMode = 'none' | 'country' | 'mask';

/** A vendor whose hits go by the relay. */
export interface RelayService {
  /** One that is known, or a descriptor of your own. */
  readonly vendor: VendorName | Vendor;
  /** All of them must be granted: the same as in the page. */
  readonly purposes: readonly string[];
  /** The site's accounts at the vendor: `G-XXXXXXX`, a site id, a pixel id. */
  readonly ids: readonly string[];
  /** `none` when left out. */
  readonly address?: AddressMode;
  /** Parameters that go on as they are, besides those of the descriptor: `ep.method`, `cd[value]`. */
  readonly parameters?: readonly string[];
  /** Origin of hits and scripts, for vendors that have one for each site: `https://stats.bank.example`. */
  readonly upstream?: string;
  /** By which the vendor believes an address: Matomo's `token_auth`. */
  readonly secret?: string;
  /** Scripts of which one version only is served, by path: `{ "/matomo.js": "sha256-..." }`. */
  readonly integrity?: { readonly [path: string]: string };
}

export interface RelayOptions {
  /** 32 bytes in hex, the same as at the server that signs the tokens. */
  readonly key: string;
  /** Id of the tenant whose tokens count, `site` where the server has one. */
  readonly tenant?: string;
  /** Exact origins of the site: what they are as referrers is told, other pages are not. */
  readonly origins: readonly string[];
  /** By the id that the service has in the page's configuration. */
  readonly services: { readonly [id: string]: RelayService };
  /** Header in which your own proxy says the country, for `"address": "country"`: `cf-ipcountry`. */
  readonly countryHeader?: string;
  /** Addresses or CIDR ranges of proxies whose `X-Forwarded-For` is believed. */
  readonly trustProxy?: readonly string[];
  /** For several processes, so that one visitor has one id a day at all of them. */
  readonly shareKey?: ShareKey;
  /** Milliseconds since 1970, for tests. */
  readonly now?: () => number;
}

/** A service with its descriptor, checked. */
export interface CheckedService extends Omit<RelayService, 'vendor' | 'upstream'> {
  readonly id: string;
  readonly vendor: Vendor;
  readonly upstream: string;
  readonly scripts: readonly VendorScript[];
}

function refuse(sentence: string): never {
  throw new ConfigurationError(sentence);
}

/** Nothing of a visitor leaves the house in the clear; on this machine a test may. */
function isSafe(upstream: string): boolean {
  const { protocol, hostname } = new URL(upstream);
  return protocol === 'https:' || hostname === '127.0.0.1' || hostname === 'localhost';
}

function vendorOf(id: string, { vendor }: RelayService): Vendor {
  if (typeof vendor === 'object' && vendor) return vendor;
  if (Object.hasOwn(knownVendors, vendor)) return knownVendors[vendor];
  return refuse(
    `The vendor of relay service "${id}" is not known. Write one of ${Object.keys(knownVendors).join(', ')}, or a descriptor.`,
  );
}

function upstreamOf(id: string, { upstream }: RelayService, vendor: Vendor): string {
  const origin = upstream ?? vendor.upstream;
  if (!origin || !isOrigin(origin) || !isSafe(origin))
    refuse(
      `The upstream of relay service "${id}" is "${origin ?? ''}". Write its origin, without a slash at the end: https://stats.bank.example.`,
    );
  return origin;
}

/** What a vendor cannot take would be left out in silence. */
function checkAddress(
  id: string,
  { address = 'none', secret }: RelayService,
  vendor: Vendor,
  countryHeader: string | undefined,
): void {
  if (address === 'none') return;
  if (address !== 'country' && address !== 'mask')
    refuse(`The address of relay service "${id}" is none, country or mask.`);
  if (!(address === 'mask' ? vendor.network : vendor.country))
    refuse(`Relay service "${id}" takes no address as "${address}". Write none.`);
  if (vendor.secret && !secret)
    refuse(`Relay service "${id}" needs its secret (${vendor.secret}) to be believed.`);
  if (address === 'country' && !countryHeader)
    refuse(`Relay service "${id}" tells the country. Name the countryHeader that says it.`);
}

function checkLists(id: string, { purposes, ids }: RelayService): void {
  if (!/^[a-z][a-z0-9-]*$/.test(id))
    refuse(`The relay service "${id}" cannot be called so. Give it its id in the page.`);
  if (!purposes?.length)
    refuse(`Relay service "${id}" has no purposes. Name those that must be granted.`);
  if (!ids?.length)
    refuse(`Relay service "${id}" has no ids. Name the site's accounts at the vendor.`);
}

/** @throws {ConfigurationError} the first setting that is wrong, with its fix */
export function checkServices({
  services,
  countryHeader,
}: Pick<RelayOptions, 'services' | 'countryHeader'>): readonly CheckedService[] {
  return Object.entries(services).map(([id, service]) => {
    checkLists(id, service);
    const vendor = vendorOf(id, service);
    checkAddress(id, service, vendor, countryHeader);
    const upstream = upstreamOf(id, service, vendor);
    const scripts = (vendor.scripts ?? []).map((script) => ({
      ...script,
      upstream: service.upstream ?? script.upstream ?? upstream,
    }));
    return { ...service, id, vendor, upstream, scripts };
  });
}
