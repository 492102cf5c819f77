import type { Policy } from '@sluis/schema';

/**
 * What was shown, in one fixed spelling (RFC 8785), so that its hash names it for ever. By which means
 * others are held, where the chunks lie and where the answers are kept was not shown and is left out.
 */
export function canonicalPolicy({
  assets: _assets,
  backend: _backend,
  banner: _banner,
  gate: _gate,
  import: _import,
  onGrant: _onGrant,
  scope: _scope,
  serviceWorker: _serviceWorker,
  ...shown
}: Policy): string {
  return canonical(shown);
}

/** Any plain value in the spelling of RFC 8785: no spaces, keys in the order of their UTF-16 code units. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((one) => canonical(one ?? null)).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  let words = '';
  for (const key of Object.keys(value).sort()) {
    const part: unknown = Reflect.get(value, key);
    if (part !== undefined) words += `${words && ','}${JSON.stringify(key)}:${canonical(part)}`;
  }
  return `{${words}}`;
}
