/**
 * The address by which the same thing is shown with less kept of whoever looks: YouTube without
 * cookies until it plays, Vimeo without its tracking (`dnt`). Others stay as they are.
 */
export function privateAddress(address: string): string {
  const url = new URL(address, document.baseURI);
  if (/(^|\.)youtube\.com$/.test(url.hostname) && url.pathname.startsWith('/embed/'))
    url.hostname = 'www.youtube-nocookie.com';
  if (url.hostname === 'player.vimeo.com') url.searchParams.set('dnt', '1');
  return url.href;
}
