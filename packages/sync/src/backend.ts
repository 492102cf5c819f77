import { SluisError, type Acknowledgement, type Decision } from '@sluis/schema';
import type { Waiting } from './outbox.js';

/** What came of handing a decision over: kept, refused for good, or to be tried again. */
type Delivery =
  | { readonly kind: 'kept'; readonly acknowledgement: Acknowledgement }
  | { readonly kind: 'refused'; readonly error: SluisError }
  | { readonly kind: 'later'; readonly error: SluisError };

export interface Backend {
  deliver(waiting: Waiting): Promise<Delivery>;
  /**
   * Links this device to the person of the token and answers all of that person's decisions, or
   * nothing when the device is another person's: it needs a new secret then.
   * @throws {SluisError} I02 when the token is refused, N01 when the server is not to be had
   */
  link(token: string, secret: string): Promise<readonly Decision[] | undefined>;
}

/** Milliseconds for a whole exchange. */
const patience = 10_000;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** A body that is not the JSON object it should be is a failure of the server, not an answer. */
async function bodyOf(response: Response): Promise<Record<string, unknown>> {
  const body: unknown = await response.json();
  if (!isRecord(body)) throw new Error('no JSON object');
  return body;
}

function readAcknowledgement(body: Record<string, unknown>, id: string): Acknowledgement {
  const { hash, receivedAt } = body;
  if (body.id !== id || typeof hash !== 'string' || typeof receivedAt !== 'string') {
    throw new Error('no acknowledgement');
  }
  return { id, hash, receivedAt };
}

function isDecision(value: unknown): value is Decision {
  return (
    isRecord(value) &&
    typeof value.id === 'string' &&
    typeof value.at === 'string' &&
    isRecord(value.purposes)
  );
}

/** Asking again helps with these of the 4xx, and with the clock of a device that runs ahead. */
const passing = new Set([401, 403, 408, 425, 429]);

async function isFinal(response: Response): Promise<boolean> {
  if (response.status >= 500 || passing.has(response.status)) return false;
  const body = await bodyOf(response).catch(() => undefined);
  return body?.code !== 'future' && body?.code !== undefined;
}

/** @param base address of the server, without or with a closing slash */
export function connectBackend(base: string): Backend {
  const root = base.replace(/\/$/, '');

  const put = (path: string, body: string, headers: Record<string, string>): Promise<Response> =>
    fetch(root + path, {
      method: 'PUT',
      body,
      headers: { 'content-type': 'application/json', ...headers },
      credentials: 'omit',
      keepalive: body.length < 8192, // a decision made while leaving must still arrive; browsers allow 64 KiB in all
      signal: AbortSignal.timeout(patience),
    });

  const putPolicy = ({ decision, policy }: Waiting): Promise<Response> =>
    put(`/v1/policies/${decision.policy}`, policy ?? '', {});

  const putDecision = ({ decision, secret }: Waiting): Promise<Response> =>
    put(`/v1/decisions/${decision.id}`, JSON.stringify(decision), { 'sluis-device': secret });

  /** The policy goes ahead of the first decision under it, and again if the server has lost it. */
  const exchange = async (waiting: Waiting): Promise<Response> => {
    if (waiting.policy && !waiting.isPolicyKnown) await putPolicy(waiting);
    const response = await putDecision(waiting);
    if (response.status !== 422 || !waiting.policy || !waiting.isPolicyKnown) return response;
    await putPolicy(waiting);
    return putDecision(waiting);
  };

  return {
    async deliver(waiting) {
      try {
        const response = await exchange(waiting);
        if (response.ok) {
          const acknowledgement = readAcknowledgement(await bodyOf(response), waiting.decision.id);
          return { kind: 'kept', acknowledgement };
        }
        const { status } = response;
        return (await isFinal(response))
          ? { kind: 'refused', error: new SluisError('N02', root, status) }
          : { kind: 'later', error: new SluisError('N01', root, status) };
      } catch (error) {
        return { kind: 'later', error: new SluisError('N01', root, error) };
      }
    },

    async link(token, secret) {
      const headers = { authorization: `Bearer ${token}`, 'sluis-device': secret };
      const response = await put('/v1/me/device', '{}', headers).catch((error: unknown) => {
        throw new SluisError('N01', root, error);
      });
      if (response.status === 409) return undefined;
      if (!response.ok) {
        throw new SluisError(response.status < 500 ? 'I02' : 'N01', root, response.status);
      }
      const { decisions } = await bodyOf(response).catch((error: unknown) => {
        throw new SluisError('N01', root, error);
      });
      return Array.isArray(decisions) ? decisions.filter(isDecision) : [];
    },
  };
}
