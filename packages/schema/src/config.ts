import type { DeviceAccess, LegalBasis } from './legal-basis.js';

/** A text in one language, or one per language tag: `{ nl: 'Statistiek', fr: 'Statistiques' }`. */
export type Text = string | { readonly [language: string]: string };

/** Who decides why and how data is used (GDPR art. 4(7)), and where to reach them. */
export interface Controller {
  readonly name: string;
  /** A mail address, phone number or page. */
  readonly contact: string;
  readonly policyUrl: string;
}

/**
 * What another party's tag uses: a host pattern covers its subdomains and may name the start of a
 * path (`googletagmanager.com/gtag/`), a key may end in `*`.
 */
export interface ServiceConfig {
  readonly id: string;
  readonly label?: string;
  readonly hosts?: readonly string[];
  /** Cookie names, `*` at the end matches any rest: `_ga*`. */
  readonly cookies?: readonly string[];
  /** Keys of localStorage and sessionStorage, likewise. */
  readonly storage?: readonly string[];
  /** Global flags that the vendor reads as "off", set to true while the service is refused: `ga-disable-G-1`. */
  readonly disable?: readonly string[];
  /** Global functions the site calls before the vendor's script is there: `fbq`. */
  readonly queues?: readonly string[];
  /** The firm that receives the data, when it has another name than the label. */
  readonly recipient?: string;
  readonly country?: string;
  readonly policyUrl?: string;
}

interface PurposeCommon {
  readonly id: string;
  readonly label: Text;
  /** What is done and what for, in a sentence (EDPB 05/2020: informed). */
  readonly text: Text;
  readonly services?: readonly string[];
  /** How long, in words for the visitor. */
  readonly retention?: Text;
  readonly recipients?: readonly string[];
  /** Where the data comes from, when not from this visit. */
  readonly source?: Text;
  /** What passes only after `identify()`; what came before is dropped, not queued. */
  readonly identified?: boolean;
  /**
   * The events that may leave at all, by name: `page_view`, `PageView`, `trackPageView`. Seen in the
   * calls to the functions that its services name under `queues`.
   */
  readonly events?: readonly string[];
  /** Google Consent Mode types that this purpose answers for: `analytics_storage`. */
  readonly consentMode?: readonly string[];
}

/** Opt-in switch, off until the visitor turns it on. */
export interface ConsentPurpose extends PurposeCommon {
  readonly legalBasis: 'a' | readonly ['a', ...LegalBasis[]];
  readonly control?: 'switch';
  readonly deviceAccess?: DeviceAccess;
}

/** Runs until the visitor objects (GDPR art. 21). It can never open the device by itself. */
export interface ObjectionPurpose extends PurposeCommon {
  readonly legalBasis: 'f' | readonly ['f', ...Exclude<LegalBasis, 'a'>[]];
  readonly control?: 'objection';
  readonly deviceAccess?: 'necessary' | 'none';
}

/** Cannot be switched; says why. */
export interface LockedPurpose extends PurposeCommon {
  readonly legalBasis: LockedBasis | readonly [LockedBasis, ...LockedBasis[]];
  readonly control?: 'locked';
  readonly deviceAccess?: 'necessary' | 'none';
  readonly reason: Text;
}

type LockedBasis = 'b' | 'c' | 'd' | 'e';

export type PurposeConfig = ConsentPurpose | ObjectionPurpose | LockedPurpose;

/** Rules of a country as data: `nl`, `be`, `fr`, or the strictest of all. */
export type Profile = 'nl' | 'be' | 'fr' | 'eu-strict';

/** What becomes of a host that no service names: held for all purposes, never let through, or let through. */
export type Unknown = 'hold' | 'block' | 'allow';

/**
 * How others are held: `live` gives back in the running page; `strict` adds an allow-list policy
 * (CSP), which nothing of another party gets past; `report` holds nothing and tells what would
 * have been held.
 */
export type GateMode = 'live' | 'strict' | 'report';

/** When a grant acts in strict mode. */
export type OnGrant = 'reload' | 'next-page';

/** The words of the configuration, the same in JSON, in TypeScript and for the build. */
export interface SluisConfig {
  readonly controller: Controller;
  readonly profile?: Profile;
  readonly purposes?: readonly PurposeConfig[];
  /** Services of your own, or ids from the catalogue. */
  readonly services?: readonly (ServiceConfig | string)[];
  /** Hosts that are never held: your own elsewhere, a payment page. */
  readonly allow?: readonly string[];
  readonly unknown?: Unknown;
  /**
   * Pages on which no consent opens anything, by their path; `*` at the end matches any rest:
   * `/debt*`. A document may say it of itself: `<html data-sluis-sensitive>`.
   */
  readonly sensitivePaths?: readonly string[];
  readonly gate?: GateMode;
  /** In strict mode a policy cannot be lifted from a page, so a grant acts after one reload, or on the next page. */
  readonly onGrant?: OnGrant;
  /** Path on the site of `service-worker.js`, which holds from the second view what no page can: `/sluis-worker.js`. */
  readonly serviceWorker?: string;
  /** Base address of the server that keeps the records: `https://consent.bank.example`. */
  readonly backend?: string;
  /** Where the chunks lie, with a closing slash, when `head.js` is inline; else they lie beside it. */
  readonly assets?: string;
  /** Languages on offer, the first is the fallback. */
  readonly languages?: readonly string[];
}
