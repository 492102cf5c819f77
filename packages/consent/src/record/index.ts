export { consentRecordOf } from './consent-record.js';
export { consentRecordLd } from './consent-record-ld.js';
export { kantaraReceipt } from './kantara-receipt.js';
