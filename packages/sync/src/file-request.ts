import { SluisError } from '@sluis/schema';

/** A right that is used, in the words of the server (`POST /v1/me/cases`). */
export interface Request {
  readonly right: string;
  /** Its id, where the request is about one. */
  readonly purpose?: string;
}

/** What the server has put on disk. */
export interface Case {
  readonly number: string;
  /** ISO 8601, the server's clock. */
  readonly at: string;
}

/** Milliseconds for the whole exchange. */
const patience = 10_000;

/**
 * Sends a request about the person of the token.
 * @throws {SluisError} N04 when it did not arrive
 */
export async function fileRequest(base: string, token: string, request: Request): Promise<Case> {
  const response = await fetch(`${base.replace(/\/$/, '')}/v1/me/cases`, {
    method: 'POST',
    body: JSON.stringify(request),
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    credentials: 'omit',
    signal: AbortSignal.timeout(patience),
  }).catch((error: unknown) => {
    throw new SluisError('N04', base, error);
  });
  const { number, at } = Object(await response.json().catch(() => undefined));
  if (typeof number !== 'string' || typeof at !== 'string')
    throw new SluisError('N04', base, response.status);
  return { number, at };
}
