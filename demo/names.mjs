/**
 * Two sets of names for the same world. Pages and vendor scripts are written with the real names;
 * `real` leaves them alone (tests map them to loopback inside the browser), `loopback` rewrites them
 * to `*.localhost`, which every browser resolves to this machine by itself (RFC 6761, 6.3).
 *
 * @typedef {object} Names
 * @property {'real' | 'loopback'} set
 * @property {(host: string) => string} host  a real host name, as this set calls it (no port)
 * @property {(host: string) => string} origin  `https://www.google-analytics.com`, as this set calls it
 * @property {(host: string) => string} realHost  the way back, from a Host header (port ignored)
 * @property {(text: string) => string} text  a text written with real names, in the names of this set
 */

export const bankHost = 'www.grachtenbank.example';
export const appHost = 'app.grachtenbank.example';
export const consentHost = 'consent.grachtenbank.example';

/** Every other domain of the world, with the hosts that are spoken to. */
export const vendorHosts = [
  'www.googletagmanager.com',
  'www.google-analytics.com',
  'connect.facebook.net',
  'www.facebook.com',
  'pixel.adnet.example',
  'tag.adnet.example',
  'collect.insight.example',
  'clicks.insight.example',
  'www.youtube.com',
  'i.ytimg.com',
];

const domainOf = (/** @type {string} */ host) => host.split('.').slice(-2).join('.');
const domains = [...new Set([bankHost, ...vendorHosts].map(domainOf))];

/** `www.google-analytics.com` -> `google-analytics.localhost`; the bank's domain is called `bank`. */
function loopbackHost(host) {
  const labels = host
    .replace(/^www\./, '')
    .split('.')
    .slice(0, -1);
  return [...labels, 'localhost'].join('.').replace('grachtenbank', 'bank');
}

const plainHost = (/** @type {string} */ host) =>
  host.toLowerCase().replace(/:\d+$/, '').replace(/\.$/, '');

/** @type {Names} */
export const realNames = {
  set: 'real',
  host: (host) => host,
  origin: (host) => `https://${host}`,
  realHost: plainHost,
  text: (text) => text,
};

/**
 * @param {() => number} port  asked late: an ephemeral port is known only once it is open
 * @returns {Names}
 */
export function loopbackNames(port) {
  const back = new Map(
    [bankHost, appHost, consentHost, ...vendorHosts].map((host) => [loopbackHost(host), host]),
  );
  const written = new RegExp(
    `(?<![@\\w.-])(https://)?((?:[\\w-]+\\.)*(?:${domains.join('|').replaceAll('.', '\\.')}))(?![\\w.-]*\\w)`,
    'g',
  );
  const origin = (host) => `http://${loopbackHost(host)}:${port()}`;
  return {
    set: 'loopback',
    host: loopbackHost,
    origin,
    realHost: (host) => back.get(plainHost(host)) ?? plainHost(host),
    text: (text) =>
      text.replace(written, (_, scheme, host) => (scheme ? origin(host) : loopbackHost(host))),
  };
}
