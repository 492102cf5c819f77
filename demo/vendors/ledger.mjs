/**
 * What reached the vendors, in memory.
 *
 * @typedef {object} Seen
 * @property {string} vendor
 * @property {string} host  real name, whatever name set is in use
 * @property {string} method
 * @property {string} path  without the query
 * @property {string} query
 * @property {string} kind  what the browser said it is for: script, image, iframe, fetch, preflight, ... or `relay`
 * @property {boolean} cookie  did the browser send a cookie along?
 * @property {number} time  milliseconds since 1970
 */

/** The browser's own word for it; `empty` is what it says of fetch, XHR and beacons. */
function kindOf(request) {
  if (request.method === 'OPTIONS') return 'preflight';
  const destination = request.headers['sec-fetch-dest'];
  return !destination || destination === 'empty' ? 'fetch' : destination;
}

export function createLedger() {
  /** @type {Seen[]} */
  let seen = [];
  return {
    /** @param {string} vendor */
    add(vendor, request) {
      const { method, host, path, query, headers } = request;
      const kind = kindOf(request);
      seen.push({
        vendor,
        host,
        method,
        path,
        query: query.toString(),
        kind,
        cookie: Boolean(headers.cookie),
        time: Date.now(),
      });
    },
    /** @returns {readonly Seen[]} oldest first */
    requests: () => [...seen],
    /** @returns {Record<string, number>} by vendor, only those that were reached */
    counts: () =>
      seen.reduce((all, { vendor }) => ({ ...all, [vendor]: (all[vendor] ?? 0) + 1 }), {}),
    reset: () => {
      seen = [];
    },
  };
}
