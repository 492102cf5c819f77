import { ConfigurationError } from '../configuration-error.js';

/**
 * @param version of the database, 0 for an empty one
 * @throws {ConfigurationError} when this server cannot bring it to the newest
 */
export function checkVersion(version: number, first: number, newest: number): void {
  if (version > newest) {
    throw new ConfigurationError(
      `The database has version ${version}, this server knows ${newest}. Start the newer server again.`,
    );
  }
  if (version > 0 && version < first) {
    throw new ConfigurationError(
      'The database was written before the first release. Give an empty one.',
    );
  }
}
