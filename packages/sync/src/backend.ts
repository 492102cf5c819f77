import { SluisError, type Acknowledgement, type Decision } from '@sluis/schema';

/** What came of handing a decision over: kept, refused for good, or to be tried again. */
export type Delivery =
  | { readonly kind: 'kept'; readonly acknowledgement: Acknowledgement }
  | { readonly kind: 'refused'; readonly error: SluisError }
  | { readonly kind: 'later'; readonly error: SluisError };

export interface Backend {
  deliver(decision: Decision, secret: string, policy: string | undefined): Promise<Delivery>;
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

/** Asking again helps with these and with nothing else of the 4xx. */
const passing = new Set([401, 403, 404, 408, 425, 429]);

/** @param base address of the server, without or with a closing slash */
export function connectBackend(base: string): Backend {
  const root = base.replace(/\/$/, '');

  const put = (path: string, body: string, headers: Record<string, string>): Promise<Response> =>
    fetch(root + path, {
      method: 'PUT',
      body,
      headers: { 'content-type': 'application/json', ...headers },
      credentials: 'omit',
      keepalive: true, // a decision made while leaving must still arrive
      signal: AbortSignal.timeout(patience),
    });

  const putDecision = (decision: Decision, secret: string): Promise<Response> =>
    put(`/v1/decisions/${decision.id}`, JSON.stringify(decision), { 'sluis-device': secret });

  /** The policy is sent only to a server that has never seen it: one request in the ordinary case. */
  const exchange = async (
    decision: Decision,
    secret: string,
    policy: string | undefined,
  ): Promise<Response> => {
    const response = await putDecision(decision, secret);
    if (response.status !== 422 || policy === undefined) return response;
    await put(`/v1/policies/${decision.policy}`, policy, {});
    return putDecision(decision, secret);
  };

  return {
    async deliver(decision, secret, policy) {
      try {
        const response = await exchange(decision, secret, policy);
        if (response.ok) {
          const acknowledgement = readAcknowledgement(await bodyOf(response), decision.id);
          return { kind: 'kept', acknowledgement };
        }
        const isFinal = response.status < 500 && !passing.has(response.status);
        const error = new SluisError(isFinal ? 'N02' : 'N01', root, response.status);
        return { kind: isFinal ? 'refused' : 'later', error };
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
