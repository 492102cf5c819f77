import { canonical } from '@sluis/consent';

/** A policy is about six levels deep; the bound keeps a depth bomb from the recursion of `canonical`. */
function isShallow(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return levels > 0 && Object.values(value).every((part) => isShallow(part, levels - 1));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function decode(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The text of a JSON object in the one spelling of RFC 8785; undefined for anything else. */
export function canonicalObject(bytes: Buffer): string | undefined {
  const text = decode(bytes);
  if (!text?.startsWith('{')) return undefined;
  const value = parse(text);
  return value !== undefined && isShallow(value, 16) && canonical(value) === text
    ? text
    : undefined;
}
