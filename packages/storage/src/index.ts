export { mirrorPlace, type MirrorPlace } from './mirror-place.js';
export { readMirrorText, writeMirrorText, type Mirror, type Unsettled } from './mirror-text.js';
export {
  withAccount,
  withAcknowledgement,
  withDecision,
  withoutAccount,
  withoutEntry,
  type Side,
} from './record-steps.js';
export { openRecord, type RecordStore } from './record-store.js';
export type { OutboxEntry, StoredRecord } from './stored-record.js';
