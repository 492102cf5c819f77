/** Longer than any page that a person typed. Characters. */
const longest = 200;

/** A part of a path that may be somebody's: a mail address, a number of six digits, a long id. */
const personal = /@|%40|\d{6}|^[\w-]{25,}$/;

/** A page's path without what might tell of a person; undefined for what is no path. */
export function pagePath(text: unknown): string | undefined {
  if (typeof text !== 'string' || text.length > longest || !/^\/[!-~]*$/.test(text))
    return undefined;
  const path = text.replace(/[?#].*/, '');
  return path
    .split('/')
    .map((part) => (personal.test(part) ? '-' : part))
    .join('/');
}
