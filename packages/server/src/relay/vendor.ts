/**
 * What happens to a parameter before it goes on. One that a descriptor does not name stays here.
 * - `keep`: as it is
 * - `page`: an address without query, fragment and credentials
 * - `referrer`: the origin where it is one of the site's, nothing where it is another's
 * - `language`: the language without its region
 * - `id-pair`, `id-number`, `id-hex`: another id, good for one day, as `123.123`, `123` or 16 hex digits
 */
export type Treatment =
  | 'keep'
  | 'page'
  | 'referrer'
  | 'language'
  | 'id-pair'
  | 'id-number'
  | 'id-hex';

/**
 * How hits lie in a body: `form` as in a query, `lines` as one query a line, `requests` as JSON
 * `{"requests": ["?..."]}`. A body of a vendor that has none is not read.
 */
export type BodyForm = 'form' | 'lines' | 'requests';

/** A path that takes hits. */
export interface VendorHit {
  readonly path: string;
  readonly body?: BodyForm;
}

/** A script that is fetched without a visitor and kept. `:account` in its path is the site's account. */
export interface VendorScript {
  readonly path: string;
  /** Where it lies, when not where the hits go. */
  readonly upstream?: string;
  /** Parameters that choose it. */
  readonly parameters?: readonly string[];
}

/** What is known of a vendor, as data: one file each, or a part of the configuration. */
export interface Vendor {
  /** Origin the hits go to; a service has to name it where it differs for each site. */
  readonly upstream?: string;
  readonly hits?: readonly VendorHit[];
  readonly scripts?: readonly VendorScript[];
  /** Parameters that name the site's account: a hit or a script for another one goes nowhere. */
  readonly account?: readonly string[];
  readonly parameters?: { readonly [name: string]: Treatment };
  /** Parameters that every hit gets, whatever the page says. */
  readonly fixed?: { readonly [name: string]: string };
  /** Parameters that carry a masked address or a country, for vendors that take one. */
  readonly network?: string;
  readonly country?: string;
  /** The parameter by which the vendor believes these two. */
  readonly secret?: string;
}
