export { connectBackend, type Backend } from './backend.js';
export { fileRequest, readCases } from './file-request.js';
export { openOutbox, type Outbox, type OutboxPort, type Waiting } from './outbox.js';
export { refusePersonalId } from './refuse-personal-id.js';
