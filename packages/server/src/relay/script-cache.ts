import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { request } from 'undici';

/** A vendor's script as it is served. */
interface CachedScript {
  readonly text: Buffer;
  readonly brotli: Buffer;
  /** SHA-256 in base64, as Subresource Integrity writes it: `sha256-...`. */
  readonly integrity: string;
  readonly fetchedAt: number;
}

export interface ScriptCache {
  /**
   * @param address whole, at the vendor
   * @param integrity the only one that is served, where one is pinned
   * @returns undefined when the vendor has none, or another than the pinned one
   */
  read(address: string, integrity?: string): Promise<CachedScript | undefined>;
}

/** Older ones are fetched again, and served meanwhile. Milliseconds. */
const life = 3600 * 1000;
const mostScripts = 32;
const largest = 3 * 1024 * 1024;

const compress = promisify(brotliCompress);

/** Without anything of a visitor: not even that there is one. */
async function fetchScript(address: string, now: () => number): Promise<CachedScript | undefined> {
  try {
    const { statusCode, headers, body } = await request(address, {
      headers: { 'user-agent': 'Mozilla/5.0', accept: '*/*' },
      headersTimeout: 5000,
      bodyTimeout: 5000,
    });
    const isScript = /javascript|ecmascript/i.test(String(headers['content-type']));
    const text = Buffer.from(await body.arrayBuffer());
    if (statusCode !== 200 || !isScript || text.length > largest) return undefined;
    const integrity = `sha256-${createHash('sha256').update(text).digest('base64')}`;
    const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
    return { text, brotli: await compress(text, { params }), integrity, fetchedAt: now() };
  } catch {
    return undefined;
  }
}

/**
 * Vendors' scripts, from the site itself: the vendor sees one fetch an hour, and no visitor.
 * @param now milliseconds since 1970
 */
export function scriptCache(now: () => number): ScriptCache {
  const kept = new Map<string, CachedScript>();
  const underWay = new Map<string, Promise<CachedScript | undefined>>();

  async function renew(address: string, integrity?: string): Promise<CachedScript | undefined> {
    const fresh = await fetchScript(address, now);
    underWay.delete(address);
    if (!fresh || (integrity && fresh.integrity !== integrity)) return kept.get(address);
    kept.delete(address);
    const [oldest] = kept.keys();
    if (oldest !== undefined && kept.size >= mostScripts) kept.delete(oldest);
    kept.set(address, fresh);
    return fresh;
  }

  return {
    async read(address, integrity) {
      const found = kept.get(address);
      if (found && now() - found.fetchedAt < life) return found;
      const fetching = underWay.get(address) ?? renew(address, integrity);
      underWay.set(address, fetching);
      return found ?? fetching;
    },
  };
}
