/** Cookie and storage keys: exact, or with `*` at the end for any rest. */
export function matchesKey(patterns: readonly string[], key: string): boolean {
  return patterns.some((pattern) =>
    pattern.endsWith('*') ? key.startsWith(pattern.slice(0, -1)) : key === pattern,
  );
}

/**
 * Hosts: the named one and its subdomains; after a slash, the start of the path, for firms that
 * serve several products from one host: `googletagmanager.com/gtag/`.
 * @param host as `URL.hostname` writes it
 * @param path as `URL.pathname` writes it
 */
export function matchesHost(patterns: readonly string[], host: string, path: string): boolean {
  const plain = host.replace(/\.$/, '');
  return patterns.some((pattern) => {
    const [name, ...rest] = pattern.split('/');
    return (plain === name || plain.endsWith(`.${name}`)) && path.startsWith(`/${rest.join('/')}`);
  });
}
