import { randomBytes, randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { ConfigurationError } from './configuration-error.js';

function sync(path: string): void {
  const handle = openSync(path, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

/**
 * Written whole and synced under another name, then linked: of two processes that start at once
 * one key wins, and a power cut never leaves half of it or records without it.
 */
function generate(path: string): void {
  const draft = `${path}.${randomUUID()}`;
  const handle = openSync(draft, 'wx', 0o600);
  writeSync(handle, `${randomBytes(32).toString('hex')}\n`);
  fsyncSync(handle);
  closeSync(handle);
  try {
    linkSync(draft, path);
  } catch (error) {
    if (!existsSync(path)) throw error;
  } finally {
    unlinkSync(draft);
  }
  sync(dirname(path));
}

/** The key beside a database, made on the first start: 32 bytes in hex, readable by its owner only. */
export function installationKey(database: string): string {
  const path = `${database}.key`;
  if (!existsSync(path)) generate(path);
  const key = readFileSync(path, 'utf8').trim();
  if (!/^[0-9a-f]{64}$/.test(key)) {
    throw new ConfigurationError(
      `The key file ${path} does not hold 64 hex digits. Restore it from the backup that was made with the database.`,
    );
  }
  return key;
}
