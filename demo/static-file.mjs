import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

const types = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.map': 'application/json',
};

/**
 * A file below a folder, or undefined: also for a path that climbs out of it.
 * @param {string} folder  absolute
 * @param {string} path  as in a URL
 * @returns {Promise<{ type: string, body: string } | undefined>}
 */
export async function staticFile(folder, path) {
  const file = normalize(join(folder, decodeURIComponent(path)));
  if (!file.startsWith(folder + sep)) return undefined;
  const body = await readFile(file, 'utf8').catch(() => undefined);
  return body === undefined
    ? undefined
    : { type: types[extname(file)] ?? 'application/octet-stream', body };
}
