import { completePolicy } from './complete-policy.js';
import type { Policy } from './policy.js';
import { validateConfig } from './validate-config.js';

/**
 * An unknown value as a policy.
 * @throws {SluisError} C02-C13
 */
export function parseConfig(value: unknown): Policy {
  validateConfig(value);
  return completePolicy(value);
}
