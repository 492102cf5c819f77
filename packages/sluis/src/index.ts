export type {
  Acknowledgement,
  Answer,
  ChainedDecision,
  CompatibilityNote,
  ConsentPurpose,
  ConsentRecord,
  Controller,
  Decision,
  ErrorCode,
  FormerManager,
  GateMode,
  ImportConfig,
  LegalBasis,
  LockedPurpose,
  MeasurementConditions,
  MeasurementPurpose,
  Method,
  ObjectionPurpose,
  OnGrant,
  Profile,
  PurposeConfig,
  Receipt,
  Relation,
  Role,
  ServiceConfig,
  SluisConfig,
  Text,
  Unknown,
} from '@sluis/schema';
export type { Reason, Rule } from '@sluis/consent';
export { SluisError } from '@sluis/schema';
export { createSluis } from './create-sluis.js';
export { gpcJson } from './gpc-json.js';
export { verifyReceipt } from './verify-receipt.js';
export type { CleanupReport, Held, Sluis, SluisEvents } from './sluis.js';
