/** Parsed once: asking first whether it can be costs as much again. */
function parse(text: string): URL | undefined {
  if (!/^https?:\/\//i.test(text)) return undefined;
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

/** A part of a path that is somebody's mail address. */
const mail = /@|%40/i;

/** A page's address without query, fragment and credentials; mail addresses in its path become `-`. */
export function reducePage(text: string): string {
  const url = parse(text);
  if (!url) return '';
  const { origin, pathname } = url;
  if (!mail.test(pathname)) return origin + pathname;
  const parts = pathname.split('/').map((part) => (mail.test(part) ? '-' : part));
  return origin + parts.join('/');
}

/** The origin of a page of the site; nothing of any other page (CNIL 2022: external referrer removed). */
export function reduceReferrer(text: string, origins: ReadonlySet<string>): string {
  const origin = parse(text)?.origin ?? '';
  return origins.has(origin) ? origin : '';
}
