export { connectBackend, type Backend } from './backend.js';
export { fileRequest } from './file-request.js';
export { openOutbox, type Outbox, type OutboxPort, type Waiting } from './outbox.js';
export { refusePersonalId } from './refuse-personal-id.js';
