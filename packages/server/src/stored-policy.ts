import type { Policy } from '@sluis/schema';

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPurpose(value: unknown): boolean {
  return (
    isRecord(value) &&
    typeof value['id'] === 'string' &&
    [value['legalBasis'], value['services'], value['recipients']].every(Array.isArray)
  );
}

function isService(value: unknown): boolean {
  return isRecord(value) && typeof value['id'] === 'string';
}

function isPolicy(value: unknown): value is Policy {
  if (!isRecord(value) || !isRecord(value['controller'])) return false;
  const { purposes, services } = value;
  return (
    Array.isArray(purposes) &&
    purposes.every(isPurpose) &&
    Array.isArray(services) &&
    services.every(isService)
  );
}

/**
 * A policy as it was shown, from its canonical text; undefined for a text that is none: anybody may put
 * one, since its hash is all that names it.
 */
export function storedPolicy(text: string | undefined): Policy | undefined {
  const value: unknown = text === undefined ? undefined : JSON.parse(text);
  return isPolicy(value) ? value : undefined;
}
