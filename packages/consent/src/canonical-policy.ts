import type { Policy } from '@sluis/schema';
import canonicalize from 'canonicalize';

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

/** Any plain value in the spelling of RFC 8785. */
export function canonical(value: unknown): string {
  return canonicalize(value) ?? '';
}
