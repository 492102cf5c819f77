export { anonymiseIp, type Truncation } from './anonymise-ip.js';
export { ConfigurationError } from './configuration-error.js';
export { createServer } from './create-server.js';
export type { FailureBody, FailureCode } from './errors.js';
export type { IdentityKeySource, Jwk } from './identity-keys.js';
export type { LogStream } from './server-log.js';
export type { ServerOptions } from './server-options.js';
export type { Identity } from './verify-token.js';
