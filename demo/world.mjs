import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBackend } from './backend/index.mjs';
import { createProxy } from './backend/proxy.mjs';
import { createTokenIssuer } from './backend/token-issuer.mjs';
import { listen } from './listen.mjs';
import { appHost, bankHost, consentHost, loopbackNames, realNames } from './names.mjs';
import { createSite } from './site.mjs';
import { createVendors, vendors as allVendors } from './vendors/index.mjs';

const hosts = { bank: bankHost, spa: appHost, backend: consentHost };

/** A certificate that only a browser told to ignore certificate errors will take. */
async function selfSigned() {
  const { generate } = await import('selfsigned');
  const made = await generate([{ name: 'commonName', value: bankHost }], { keySize: 2048 });
  return { key: made.private, cert: made.cert };
}

/** A broken page or a bad path must not end the world. */
const guarded = (listener) => (incoming, outgoing) =>
  Promise.resolve()
    .then(() => listener(incoming, outgoing))
    .catch((error) => {
      console.error(error);
      outgoing
        .writeHead(500, { 'content-type': 'text/plain' })
        .end('The demo failed on this request: see the terminal.');
    });

/** What the panel and the dashboard show. */
function createWatched(vendors, backend) {
  return {
    counts: async (all) => ({
      vendors: allVendors.map(({ id }) => id),
      counts: vendors.counts(),
      records: backend.records(),
      ...(all && { requests: vendors.requests() }),
    }),
    reset: vendors.reset,
  };
}

/** Chromium speaks to these on its own account, in spite of its flags: no page asked for it. */
const browserChatter = [
  'accounts.google.com',
  'clients*.google.com',
  'update.googleapis.com',
  '*-pa.googleapis.com',
  'content-autofill.googleapis.com',
  'safebrowsing.googleapis.com',
  '*.gvt1.com',
];

/**
 * Tests run in Chromium with every host name mapped to the world's one port, so that a request to a
 * host that nobody thought of is counted as well (`stranger`). The first rule that fits counts.
 */
function chromiumArgs(names, port) {
  if (names.set === 'loopback') return [];
  const rules = [
    ...browserChatter.map((host) => `MAP ${host} ~NOTFOUND`),
    `MAP * 127.0.0.1:${port}`,
    'EXCLUDE localhost',
    'EXCLUDE 127.0.0.1',
  ];
  return [`--host-resolver-rules=${rules.join(',')}`, '--ignore-certificate-errors'];
}

/** What may go by the relay, and where the vendors' stand-ins are. */
function relaySettings(port) {
  const upstream = `http://127.0.0.1:${port}`;
  return {
    services: {
      'google-analytics': {
        vendor: 'google-analytics',
        purposes: ['analytics'],
        ids: ['G-DEMO12345'],
        upstream,
      },
      'google-tag-manager': {
        vendor: 'google-tag-manager',
        purposes: ['analytics'],
        ids: ['GTM-DEMO123'],
        upstream,
      },
      'meta-pixel': {
        vendor: 'meta',
        purposes: ['marketing'],
        ids: ['123456789012345'],
        upstream,
      },
    },
  };
}

/**
 * Site, app, vendors and consent server behind one port, told apart by Host header.
 *
 * @param {object} [options]
 * @param {'real' | 'loopback'} [options.names]  `real` is TLS under real names, `loopback` is http under `*.localhost`
 * @param {{ key: string, cert: string }} [options.tls]  for `real`; made on the spot when left out
 * @param {number} [options.port]  0, the default, takes any free one
 * @param {string} [options.file]  SQLite file of the backend; left out, one that goes with the world
 * @param {{ write: (line: string) => void }} [options.log]  where the backend's log lines go
 * @param {boolean} [options.watch]  the panel on every page: `npm start` shows it, tests do not
 * @param {boolean} [options.relay]  Google and Meta go by the bank's relay: `npm start` has it so, most tests do without
 */
export async function startWorld({
  names: set = 'real',
  tls,
  port = 0,
  file,
  watch = false,
  relay = false,
  log,
} = {}) {
  let open = port;
  const names = set === 'real' ? realNames : loopbackNames(() => open);
  const temporary = file ? undefined : mkdtempSync(join(tmpdir(), 'sluis-world-'));
  const vendors = createVendors(names);
  const tokens = await createTokenIssuer();

  /** @type {{ [host: string]: (incoming: object, outgoing: object) => unknown }} */
  const behind = {};
  const front = guarded((incoming, outgoing) => {
    const host = names.realHost(incoming.headers.host ?? '');
    if (host === 'localhost' || host === '127.0.0.1') {
      return outgoing
        .writeHead(302, { location: `${names.origin(bankHost)}${incoming.url}` })
        .end();
    }
    return (behind[host] ?? vendors.listener)(incoming, outgoing);
  });
  const server = await listen(
    set === 'real' ? createTlsServer(tls ?? (await selfSigned()), front) : createServer(front),
    port,
  );
  open = server.port;

  // The relay reaches the vendors from the server's side, where their names are nobody's.
  const upstream = await listen(createServer(vendors.relayed), 0);
  const origins = [bankHost, appHost].map(names.origin);
  const backend = createBackend({
    file: file ?? join(temporary, 'sluis.db'),
    keys: tokens.keys,
    origins,
    relay: relaySettings(upstream.port),
    log,
  });
  const site = createSite({
    names,
    tokens,
    watch,
    relay,
    watched: createWatched(vendors, backend),
  });
  const toBackend = createProxy(backend.port);
  Object.assign(behind, {
    [bankHost]: (incoming, outgoing) =>
      (incoming.url.startsWith('/relay/') ? toBackend : site.listener)(incoming, outgoing),
    [appHost]: site.listener,
    [consentHost]: toBackend,
  });
  await backend.start().catch((error) => server.close().then(() => Promise.reject(error)));

  async function close() {
    await server.close();
    await backend.stop();
    await upstream.close();
    if (temporary) rmSync(temporary, { recursive: true, force: true });
  }

  return {
    names,
    port: open,
    /** Address of a path on the `bank`, the `spa` or the `backend`. */
    url: (path, at = 'bank') => `${names.origin(hosts[at])}${path}`,
    page: site.page,
    vendors,
    backend,
    token: tokens.sign,
    chromiumArgs: chromiumArgs(names, open),
    close,
  };
}
