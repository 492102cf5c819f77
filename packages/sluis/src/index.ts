export type {
  Acknowledgement,
  Answer,
  ConsentPurpose,
  Controller,
  Decision,
  ErrorCode,
  GateMode,
  LegalBasis,
  LockedPurpose,
  Method,
  ObjectionPurpose,
  OnGrant,
  Profile,
  PurposeConfig,
  Receipt,
  ServiceConfig,
  SluisConfig,
  Text,
  Unknown,
} from '@sluis/schema';
export type { Reason, Rule } from '@sluis/consent';
export { SluisError } from '@sluis/schema';
export { createSluis } from './create-sluis.js';
export type { CleanupReport, Held, Sluis, SluisEvents } from './sluis.js';
