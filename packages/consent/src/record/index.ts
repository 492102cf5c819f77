export { consentRecordOf } from './consent-record.js';
export { consentRecordLd } from './consent-record-ld.js';
