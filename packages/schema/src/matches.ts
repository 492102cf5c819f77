/** Cookie and storage keys: exact, or with `*` at the end for any rest. */
export function matchesKey(patterns: readonly string[], key: string): boolean {
  return patterns.some((pattern) =>
    pattern.endsWith('*') ? key.startsWith(pattern.slice(0, -1)) : key === pattern,
  );
}

/** Hosts: the named one and its subdomains. The host is expected as `URL.hostname` writes it. */
export function matchesHost(patterns: readonly string[], host: string): boolean {
  const plain = host.replace(/\.$/, '');
  return patterns.some((pattern) => plain === pattern || plain.endsWith(`.${pattern}`));
}
