import type { LegalBasis } from './legal-basis.js';

/** A text in one language, or one per language tag: `{ nl: 'Statistiek', fr: 'Statistiques' }`. */
export type Text = string | { readonly [language: string]: string };

/** Who decides why and how data is used (GDPR art. 4(7)), and where to reach them. */
export interface Controller {
  readonly name: string;
  /** A mail address, phone number or page. */
  readonly contact: string;
  readonly policyUrl: string;
  /** Where it is established, ISO 3166: names the supervisor to complain to. The profile says it for `nl`, `be` and `fr`. */
  readonly country?: string;
}

/**
 * What is set in the vendor's account, where no script can see it: who saw to each step, and on which day
 * (`2026-11-26`). From the AP's guide for Google Analytics, steps 1, 3, 4 and 5 (R39, R41, R42, R43).
 */
export interface AnalyticsChecklist {
  readonly signedBy: string;
  readonly processorAgreement?: string;
  readonly dataSharingOff?: string;
  readonly advertisingOff?: string;
  readonly userIdOff?: string;
}

/** Google Analytics set up privacy-friendly, and locked so: calls of the site against it do not count (S02). */
export interface GoogleAnalyticsLock {
  /** `G-XXXXXXX`; its `ga-disable-G-XXXXXXX` stands in `disable`. */
  readonly measurementId: string;
  readonly checklist: AnalyticsChecklist;
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
  /** Where the firm itself lets people opt out. A second way: the switch of the service needs no other. */
  readonly optOutUrl?: string;
  readonly googleAnalytics?: GoogleAnalyticsLock;
  /** Path on the site under which the relay of the server takes this service's hits: `/relay/stats`. */
  readonly relay?: string;
  /** Does the firm act on the site's orders (GDPR art. 28), or for ends of its own? */
  readonly role?: Role;
}

/** Who somebody is to the site. A purpose may be for some of these only (S17). */
export type Relation = 'visitor' | 'prospect' | 'client';

export type Role = 'processor' | 'controller';

/** The five points by which a further purpose is found to fit the first one (GDPR art. 6(4)). */
export interface CompatibilityNote {
  /** The link between the first purpose and this one. */
  readonly link: Text;
  /** The context in which the data was collected. */
  readonly context: Text;
  /** What kind of data it is. */
  readonly data: Text;
  /** What it may lead to for people. */
  readonly effects: Text;
  readonly safeguards: Text;
}

/**
 * What the exemptions for counting visits ask of it (Tw 11.7a(3), CNIL 2020): for the site alone,
 * nobody is followed across sites, nothing is passed on or joined with other data, addresses are
 * truncated. Each is signed for by writing it out.
 */
export interface MeasurementConditions {
  readonly ownUseOnly: true;
  readonly noCrossSite: true;
  readonly notPassedOn: true;
  readonly truncatedIp: true;
}

interface PurposeCommon {
  readonly id: string;
  readonly label: Text;
  /** What is done and what for, in a sentence (EDPB 05/2020: informed). */
  readonly text: Text;
  readonly services?: readonly string[];
  /** Who answers for this purpose, where it is not the site's own controller (S19). */
  readonly controller?: Controller;
  /** For whom it is; everyone by default. */
  readonly audience?: readonly [Relation, ...Relation[]];
  /** What comes of saying no, in a sentence (S20). */
  readonly consequence?: Text;
  /** Is data put through models to guess at a person (GDPR art. 4(4); S09)? */
  readonly profiling?: boolean;
  /** Is data sold or shared for the ends of others? Then a Global Privacy Control signal refuses it (R58). */
  readonly sharing?: boolean;
  /**
   * Is its consent asked for by itself: by a box in a form (`<sluis-consent>`) or its own switch in the
   * preferences, never by the banner and never together with others (EDPB 05/2020, 42: granularity)?
   */
  readonly separate?: boolean;
  /** Is it marketing, by this channel or that? One press refuses all of it (S49). */
  readonly marketing?: boolean;
  /** How long, in words for the visitor. */
  readonly retention?: Text;
  /** How long, in days. */
  readonly retentionDays?: number;
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
  /**
   * Is what people do recorded at the site's own `backend`: the events of the list, by who has signed in? Needs
   * legal basis `a`, `identified`, `events` and `backend`.
   */
  readonly recorded?: boolean;
  /** Google Consent Mode types that this purpose answers for: `analytics_storage`. */
  readonly consentMode?: readonly string[];
}

/** Opt-in switch, off until the visitor turns it on. */
export interface ConsentPurpose extends PurposeCommon {
  readonly legalBasis: 'a' | readonly ['a', ...LegalBasis[]];
  readonly control?: 'switch';
  readonly deviceAccess?: 'consent' | 'necessary' | 'none';
  /** Health, belief, origin and the like: needs an explicit consent of its own (GDPR art. 9(2)(a)). */
  readonly sensitive?: boolean;
  /** The logic of a decision without a person in it (GDPR art. 13(2)(f)); needs explicit consent (art. 22(2)(c)). */
  readonly automatedDecision?: Text;
  /** A consent is for its own purpose: another one is asked for, never found compatible (GDPR art. 6(4)). */
  readonly compatible?: never;
}

interface OnInterest extends PurposeCommon {
  readonly legalBasis: 'f' | readonly ['f', ...Exclude<LegalBasis, 'a'>[]];
  readonly control?: 'objection';
  /** Legitimate interest carries no special categories (GDPR art. 9(2)). */
  readonly sensitive?: false;
  /** Legitimate interest carries no decision without a person in it (GDPR art. 22(2)). */
  readonly automatedDecision?: never;
  readonly compatible?: CompatibilityNote;
}

/** Runs until the visitor objects (GDPR art. 21). It can never open the device by itself. */
export interface ObjectionPurpose extends OnInterest {
  readonly deviceAccess?: 'necessary' | 'none';
}

/** Counts visits without asking, where the law exempts that, until the visitor objects (R46, R53, R56). */
export interface MeasurementPurpose extends OnInterest {
  readonly deviceAccess: 'measurement';
  readonly measurement: MeasurementConditions;
}

/** Cannot be switched; says why. */
export interface LockedPurpose extends PurposeCommon {
  readonly legalBasis: LockedBasis | readonly [LockedBasis, ...LockedBasis[]];
  readonly control?: 'locked';
  readonly deviceAccess?: 'necessary' | 'none';
  readonly reason: Text;
  readonly sensitive?: boolean;
  /** The logic of a decision without a person in it (GDPR art. 13(2)(f), 22(2)). */
  readonly automatedDecision?: Text;
  readonly compatible?: CompatibilityNote;
}

type LockedBasis = 'b' | 'c' | 'd' | 'e';

export type PurposeConfig = ConsentPurpose | ObjectionPurpose | LockedPurpose | MeasurementPurpose;

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

/** Consent managers whose answers can be taken over. */
export type FormerManager =
  | 'vanilla-cookieconsent'
  | 'klaro'
  | 'tarteaucitron'
  | 'osano'
  | 'cookiebot'
  | 'onetrust';

/** Answers that another manager left on visitors' devices, so that they need not be asked again. */
export interface ImportConfig {
  readonly from: FormerManager;
  /** Its cookie, where that had another name than usual. */
  readonly cookie?: string;
  /** What each purpose was called there; several names are all needed. */
  readonly purposes: { readonly [purpose: string]: readonly string[] };
}

/** How the first layer stands: beside the page, or before it, which must be answered first; or the site has its own. */
export type BannerKind = 'region' | 'modal' | 'none';

/** When a grant acts in strict mode. */
export type OnGrant = 'reload' | 'next-page';

/** Whose answer it is: of this host alone, or of every host under the site's domain. */
export type Scope = 'host' | 'domain';

interface ConfigCommon {
  readonly controller: Controller;
  /** Services of your own, or ids from the catalogue. */
  readonly services?: readonly (ServiceConfig | string)[];
  /** Hosts that are never held: your own elsewhere, a payment page. */
  readonly allow?: readonly string[];
  readonly unknown?: Unknown;
  readonly import?: ImportConfig;
  /** Does Do Not Track count as Global Privacy Control does? */
  readonly doNotTrack?: boolean;
  /**
   * Pages on which no consent opens anything, by their path; `*` at the end matches any rest:
   * `/debt*`. A document may say it of itself: `<html data-sluis-sensitive>`.
   */
  readonly sensitivePaths?: readonly string[];
  readonly banner?: BannerKind;
  readonly gate?: GateMode;
  /** In strict mode a policy cannot be lifted from a page, so a grant acts after one reload, or on the next page. */
  readonly onGrant?: OnGrant;
  readonly scope?: Scope;
  /** How long a grant counts, in days: 182 at most. A refusal is always left alone for 182. */
  readonly answerDays?: number;
  /** Path on the site of `service-worker.js`, which holds from the second view what no page can: `/sluis-worker.js`. */
  readonly serviceWorker?: string;
  /** Base address of the server that keeps the records: `https://consent.bank.example`. */
  readonly backend?: string;
  /** Where the chunks lie, with a closing slash, when `head.js` is inline; else they lie beside it. */
  readonly assets?: string;
  /** Languages on offer, the first is the fallback. */
  readonly languages?: readonly string[];
}

/** Under the rules of a country that exempts counting visits. */
interface ExemptingConfig extends ConfigCommon {
  readonly profile: 'nl' | 'fr';
  readonly purposes?: readonly PurposeConfig[];
}

/** Elsewhere counting visits waits for consent like anything else (R50). */
interface AskingConfig extends ConfigCommon {
  readonly profile?: 'be' | 'eu-strict';
  readonly purposes?: readonly Exclude<PurposeConfig, MeasurementPurpose>[];
}

/** The words of the configuration, the same in JSON, in TypeScript and for the build. */
export type SluisConfig = ExemptingConfig | AskingConfig;
