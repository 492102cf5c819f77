export { clearPlace, mirrorName, mirrorNames, readPlace, writePlace } from './mirror-place.js';
export { readMirrorText, writeMirrorText, type Mirror } from './mirror-text.js';
export {
  hasDecision,
  lastLink,
  withAccount,
  withAcknowledgement,
  withDecision,
  withTold,
  withoutAccount,
  withoutEntry,
  type Side,
} from './record-steps.js';
export { openRecord, type RecordStore } from './record-store.js';
export { readUnsettled, writeUnsettled, type Unsettled } from './unsettled.js';
export type { Link, OutboxEntry, StoredRecord } from './stored-record.js';
