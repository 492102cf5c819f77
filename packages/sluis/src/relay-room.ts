import { verdictForService } from '@sluis/consent';
import { matchesHost, SluisError, type Service } from '@sluis/schema';
import type { LazyRecord } from './open-record.js';
import { relayKey } from './own-keys.js';
import type { Page } from './page.js';

/** What the server signs for the relay: `<minute>.<purpose>~<purpose>.<signature>`. */
interface RelayToken {
  readonly token: string;
  /** ISO 8601. */
  readonly expiresAt: string;
}

/** Before its end a token is no longer used, and another one asked for. Milliseconds. */
const reserve = 60_000;

function isFresh(said: RelayToken | undefined): said is RelayToken {
  return !!said && Date.parse(said.expiresAt) - Date.now() > reserve;
}

function readKept(): RelayToken | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(relayKey) ?? '');
    const { token, expiresAt } = Object(kept);
    return typeof token === 'string' && typeof expiresAt === 'string'
      ? { token, expiresAt }
      : undefined;
  } catch {
    return undefined;
  }
}

function keep(said: RelayToken): void {
  try {
    sessionStorage.setItem(relayKey, JSON.stringify(said));
  } catch {
    // Refused: the next page asks for itself.
  }
}

async function fetchToken(backend: string, secret: string): Promise<RelayToken | undefined> {
  const response = await fetch(`${backend.replace(/\/$/, '')}/v1/relay-token`, {
    headers: { 'sluis-device': secret },
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
  });
  if (response.status === 404) return undefined; // the decision is not there yet, or was taken back
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}

/** The same request to the site itself. A stream cannot be sent on by HTTP/1.1, so its body is read. */
async function readdress(given: Request, to: string): Promise<Request> {
  const { method, headers, keepalive, signal } = given;
  const body = /^(get|head)$/i.test(method) ? undefined : await given.blob();
  return new Request(to, { method, headers, keepalive, signal, body });
}

/**
 * Sends the hits of relayed services to the site's own host, once they are granted and the server has
 * signed for it: nothing is changed in the site's snippets, and their hosts are never asked.
 * @param apply lets the gate give back what passes by now
 */
export function openRelay(page: Page, record: LazyRecord, apply: () => void): void {
  let said = readKept();
  let isAsking = false;

  const isGranted = ({ id }: Service): boolean =>
    verdictForService(id, page.situation()) === 'pass';
  const isSigned = ({ id }: Service): boolean => {
    if (!isFresh(said)) return false;
    const signed = said.token.split('.')[1]?.split('~') ?? [];
    return page.policy.purposes.every(
      (purpose) => !purpose.services.includes(id) || signed.includes(purpose.id),
    );
  };
  const relayed = (): readonly Service[] =>
    page.policy.services.filter((service) => service.relay && isGranted(service));

  const renew = async (): Promise<void> => {
    const { backend } = page.policy;
    const isUnsettled = page.mirrors.device?.unsettled ?? page.mirrors.account?.unsettled;
    if (isAsking || isUnsettled || !backend || relayed().every(isSigned)) return;
    isAsking = true;
    try {
      const { secret } = await (await record()).read();
      said = (await fetchToken(backend, secret)) ?? said;
      if (said) {
        keep(said);
        setTimeout(renew, Math.max(0, Date.parse(said.expiresAt) - Date.now() - reserve));
      }
      apply();
    } catch (error) {
      page.report(new SluisError('N01', 'relay', error));
    } finally {
      isAsking = false;
    }
  };

  page.route = (given, isScript) => {
    const { url = given } = Object(given);
    if (!URL.canParse(url, document.baseURI)) return given;
    const { protocol, hostname, pathname, search } = new URL(url, document.baseURI);
    const service = page.policy.services.find(
      ({ relay, hosts }) => relay && matchesHost(hosts, hostname, pathname),
    );
    if (!service || !protocol.startsWith('http') || !isGranted(service) || !isSigned(service))
      return given;
    const mark = isScript ? '' : `${search ? '&' : '?'}sluis=${said?.token}`;
    const to = new URL(service.relay + pathname + search + mark, location.origin).href;
    return given instanceof Request ? readdress(given, to) : to;
  };

  page.on('synced', () => void renew());
  page.on('change', () => void renew());
  void renew();
}
