import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { queryOf } from '../query-of.js';
import { answerFailures } from '../answer-failures.js';
import { maskAddress } from '../mask-address.js';
import { dailyHash, type DailyHash } from './daily-hash.js';
import { checkServices, type CheckedService, type RelayOptions } from './relay-options.js';
import { reduceBody } from './reduce-body.js';
import { reduceParameters, type ParameterRules } from './reduce-parameters.js';
import { reduceUserAgent } from './reduce-user-agent.js';
import { relayTokens, type RelayTokens } from './relay-tokens.js';
import { scriptCache, type ScriptCache } from './script-cache.js';
import { hitSender, type HitSender } from './send-hits.js';
import type { BodyForm, Treatment, VendorHit, VendorScript } from './vendor.js';

/** What the handlers of one service work with. */
interface Line extends Pick<CheckedService, 'purposes' | 'vendor' | 'integrity' | 'scripts'> {
  readonly rules: ParameterRules;
  readonly tokens: RelayTokens;
  readonly sender: HitSender;
  readonly cache: ScriptCache;
  readonly now: () => number;
  /** What the vendor hears of the network, as parameters. */
  readonly place: (request: FastifyRequest) => string;
  /** Parameters that every hit gets. */
  readonly fixed: string;
}

const tokenName = 'sluis=';

/** The page appends its token to the address: neither a beacon nor an image can carry a header. */
function tokenIn(query: string): string {
  const start = query.lastIndexOf(tokenName);
  if (start < 0 || (start > 0 && query[start - 1] !== '&')) return '';
  const end = query.indexOf('&', start);
  return query.slice(start + tokenName.length, end < 0 ? undefined : end);
}

function isGranted(query: string, { tokens, purposes, now }: Line): boolean {
  const granted = tokens.verify(tokenIn(query), now());
  return !!granted && purposes.every((one) => granted.has(one));
}

/** As the vendor's own script labels it. */
function typeOf(body: string, form: BodyForm | undefined): string {
  if (form === 'lines') return 'text/plain;charset=UTF-8';
  return body.startsWith('{') ? 'application/json' : 'application/x-www-form-urlencoded';
}

function headersOf(
  { headers }: FastifyRequest,
  body: string,
  form: BodyForm | undefined,
): string[] {
  const language = /^[a-z]{2,3}/i.exec(headers['accept-language'] ?? '')?.[0];
  return [
    'user-agent',
    reduceUserAgent(headers['user-agent']),
    ...(language ? ['accept-language', language] : []),
    ...(body ? ['content-type', typeOf(body, form)] : []),
  ];
}

/**
 * The second lock: without a token that says that all of the purposes were granted, a hit goes nowhere.
 * The answer is the same for every hit, and does not wait for the vendor.
 */
function takeHit(
  request: FastifyRequest,
  reply: FastifyReply,
  { path, body: form }: VendorHit,
  line: Line,
): void {
  reply.code(204).header('cache-control', 'no-store').send();
  const query = queryOf(request);
  if (!isGranted(query, line)) return;
  const said = reduceParameters(query, line.rules);
  const { body: sent } = request;
  const body = reduceBody(typeof sent === 'string' ? sent : '', form, line.rules);
  const accounts = [said.account, body.account];
  if (accounts.includes('other') || !accounts.includes('own')) return;
  const parts = [said.text, line.fixed, line.place(request)].filter(Boolean);
  line.sender.send({
    path: `${path}?${parts.join('&')}`,
    body: body.text,
    headers: headersOf(request, body.text, form),
  });
}

interface ScriptRequest {
  Params: { readonly account?: string };
}

/** The address of a script at the vendor; undefined where it would be another's. */
function scriptAddress(
  request: FastifyRequest<ScriptRequest>,
  { path, upstream, parameters = [] }: VendorScript,
  { rules }: Line,
): string | undefined {
  const { account } = request.params;
  const query = new URLSearchParams(queryOf(request));
  const address = new URL(String(upstream));
  address.pathname = path.replace(':account', account ?? '');
  if (account !== undefined && !rules.ids.has(account)) return undefined;
  for (const name of parameters) {
    const [value, ...others] = query.getAll(name);
    if (value === undefined || others.length || value.length > 100) continue;
    if (rules.accounts.has(name) && !rules.ids.has(value)) return undefined;
    address.searchParams.set(name, value);
  }
  return address.href;
}

async function giveScript(
  request: FastifyRequest<ScriptRequest>,
  reply: FastifyReply,
  script: VendorScript,
  line: Line,
): Promise<FastifyReply> {
  const address = scriptAddress(request, script, line);
  if (address === undefined) return reply.code(404).send();
  const found = await line.cache.read(address, line.integrity?.[script.path]);
  if (!found) return reply.code(502).header('cache-control', 'no-store').send();
  const isBrotli = /\bbr\b/.test(String(request.headers['accept-encoding']));
  reply.headers({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=3600',
    'x-content-type-options': 'nosniff',
    vary: 'accept-encoding',
  });
  if (isBrotli) reply.header('content-encoding', 'br');
  return reply.send(isBrotli ? found.brotli : found.text);
}

/** Parameters for the address mode of a service, from the masked network or from the proxy's country. */
function placeOf(
  { address, vendor, secret }: CheckedService,
  countryHeader: string,
): (request: FastifyRequest) => string {
  const proof = vendor.secret && secret ? `&${vendor.secret}=${encodeURIComponent(secret)}` : '';
  if (address === 'mask')
    return ({ network }) => (network ? `${vendor.network}=${network}${proof}` : '');
  if (address !== 'country') return () => '';
  return ({ headers }) => {
    const country = /^[A-Z]{2}$/i.exec(String(headers[countryHeader]))?.[0];
    return country ? `${vendor.country}=${country.toLowerCase()}${proof}` : '';
  };
}

function rulesOf(
  { id, vendor, ids, parameters = [] }: CheckedService,
  origins: readonly string[],
  hash: DailyHash,
): ParameterRules {
  const own = parameters.map((name): [string, Treatment] => [name, 'keep']);
  return {
    service: id,
    treatments: new Map([...own, ...Object.entries(vendor.parameters ?? {})]),
    accounts: new Set(vendor.account),
    ids: new Set(ids),
    origins: new Set(origins),
    hash,
  };
}

function addRoutes(app: FastifyInstance, id: string, line: Line): void {
  for (const hit of line.vendor.hits ?? [])
    app.route({
      method: ['GET', 'POST'],
      url: `/${id}${hit.path}`,
      handler: (request, reply) => takeHit(request, reply, hit, line),
    });
  for (const script of line.scripts)
    app.get<ScriptRequest>(`/${id}${script.path}`, (request, reply) =>
      giveScript(request, reply, script, line),
    );
}

/**
 * A fastify plugin: takes vendors' hits at `<prefix>/<service><the vendor's path>`, on the site's own
 * origin, and sends on what the vendor's descriptor names and nothing else (CNIL 2022, conditions for a
 * proxy; PROMISES S45). Serves the vendors' scripts from a cache.
 * @throws {ConfigurationError} when a setting is wrong
 */
export async function relay(app: FastifyInstance, options: RelayOptions): Promise<void> {
  const {
    key,
    tenant = 'site',
    origins,
    countryHeader = '',
    trustProxy = [],
    now = Date.now,
  } = options;
  const services = checkServices(options);
  const shared = {
    hash: dailyHash(now, undefined, options.shareKey),
    tokens: relayTokens(key, tenant),
    cache: scriptCache(now),
  };
  await shared.hash.agree();
  // Where nobody hears of an address it is not even read.
  const isMasking = services.some(({ address }) => address === 'mask');
  if (isMasking && !app.hasRequestDecorator('network')) maskAddress(app, trustProxy);
  answerFailures(app);
  app.removeAllContentTypeParsers();
  const parsing = { parseAs: 'string', bodyLimit: 64 * 1024 } as const;
  app.addContentTypeParser('*', parsing, (_request, body, done) => done(null, body));

  const lines = services.map((service): readonly [string, Line] => [
    service.id,
    {
      ...service,
      ...shared,
      now,
      rules: rulesOf(service, origins, shared.hash),
      sender: hitSender(service.upstream, now),
      place: placeOf(service, countryHeader),
      fixed: new URLSearchParams(service.vendor.fixed).toString(),
    },
  ]);
  for (const [id, line] of lines) addRoutes(app, id, line);
  app.addHook('onClose', async () => {
    shared.hash.forget();
    await Promise.all(lines.map(([, { sender }]) => sender.close()));
  });
}
