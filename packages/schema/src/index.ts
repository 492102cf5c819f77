export type {
  AnalyticsChecklist,
  CompatibilityNote,
  ConsentPurpose,
  Controller,
  FormerManager,
  GateMode,
  GoogleAnalyticsLock,
  ImportConfig,
  LockedPurpose,
  MeasurementConditions,
  MeasurementPurpose,
  ObjectionPurpose,
  OnGrant,
  Profile,
  PurposeConfig,
  Relation,
  Role,
  Scope,
  ServiceConfig,
  SluisConfig,
  Text,
  Unknown,
} from './config.js';
export type {
  Account,
  Acknowledgement,
  AllowingAnswer,
  Answer,
  ChainedDecision,
  Decision,
  Method,
  Proof,
  PurposeAnswer,
  Receipt,
  RestrictingAnswer,
} from './decision.js';
export type {
  ConsentRecord,
  RecordedEvent,
  RecordedParty,
  RecordedPurpose,
} from './consent-record.js';
export { everyAnswer, isAllowing } from './decision.js';
export { fingerprint } from './fingerprint.js';
export type { Control, DeviceAccess, LegalBasis } from './legal-basis.js';
export { controlOf } from './legal-basis.js';
export { matchesHost, matchesKey } from './matches.js';
export { cookieDays } from './cookie-days.js';
export { closedPolicy, completePolicy } from './complete-policy.js';
export { parseConfig } from './parse-config.js';
export type { PersonalId } from './personal-id-in.js';
export { personalIdIn } from './personal-id-in.js';
export type { Policy, Purpose, Service } from './policy.js';
export type { ErrorCode } from './error-code.js';
export { SluisError } from './sluis-error.js';
export type { Said, State } from './state.js';
export { isDevelopment } from '#sentences';
export { textIn } from './text-in.js';
export { validateConfig } from './validate-config.js';
