import type {
  BannerKind,
  CompatibilityNote,
  Controller,
  GateMode,
  GoogleAnalyticsLock,
  ImportConfig,
  MeasurementConditions,
  OnGrant,
  Profile,
  Relation,
  Role,
  Scope,
  Text,
  Unknown,
} from './config.js';
import type { Control, DeviceAccess, LegalBasis } from './legal-basis.js';

/** A service as the rest of Sluis sees it: every list is there. */
export interface Service {
  readonly id: string;
  readonly label: string;
  readonly hosts: readonly string[];
  readonly cookies: readonly string[];
  readonly storage: readonly string[];
  readonly disable: readonly string[];
  readonly queues: readonly string[];
  readonly recipient?: string;
  readonly country?: string;
  readonly policyUrl?: string;
  readonly optOutUrl?: string;
  readonly googleAnalytics?: GoogleAnalyticsLock;
  readonly relay?: string;
  readonly role?: Role;
}

export interface Purpose {
  readonly id: string;
  readonly legalBasis: readonly LegalBasis[];
  readonly control: Control;
  readonly deviceAccess: DeviceAccess;
  readonly label: Text;
  readonly text: Text;
  readonly reason?: Text;
  readonly services: readonly string[];
  readonly controller?: Controller;
  readonly audience?: readonly Relation[];
  readonly consequence?: Text;
  readonly profiling?: boolean;
  readonly sharing?: boolean;
  readonly separate?: boolean;
  readonly marketing?: boolean;
  readonly sensitive?: boolean;
  readonly automatedDecision?: Text;
  readonly compatible?: CompatibilityNote;
  readonly measurement?: MeasurementConditions;
  readonly retention?: Text;
  readonly retentionDays?: number;
  readonly recipients: readonly string[];
  readonly source?: Text;
  readonly identified: boolean;
  readonly events?: readonly string[];
  readonly recorded?: boolean;
  readonly consentMode: readonly string[];
}

/** A configuration with its defaults filled in. */
export interface Policy {
  readonly controller: Controller;
  readonly profile: Profile;
  readonly purposes: readonly Purpose[];
  readonly services: readonly Service[];
  /** Ids still to be looked up in the catalogue. Their hosts are held until then. */
  readonly catalogued: readonly string[];
  readonly allow: readonly string[];
  readonly unknown: Unknown;
  readonly doNotTrack?: boolean;
  readonly import?: ImportConfig;
  readonly sensitivePaths: readonly string[];
  readonly banner?: BannerKind;
  readonly gate: GateMode;
  readonly onGrant: OnGrant;
  readonly scope?: Scope;
  readonly answerDays?: number;
  readonly serviceWorker?: string;
  readonly backend?: string;
  readonly assets?: string;
  readonly languages: readonly string[];
}
