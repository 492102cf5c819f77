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
export { SluisError } from '@sluis/schema';
export { createSluis } from './create-sluis.js';
export type { CleanupReport, Sluis, SluisEvents } from './sluis.js';
