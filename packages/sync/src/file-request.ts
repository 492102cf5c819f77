import { SluisError } from '@sluis/schema';

/** A right that is used, in the words of the server (`POST /v1/me/cases`). */
export interface Request {
  readonly right: string;
  /** Its id, where the request is about one. */
  readonly purpose?: string;
  /** In the person's own words. */
  readonly text?: string;
}

/** What the server has put on disk. */
export interface Case {
  readonly right: string;
  readonly number: string;
  /** ISO 8601, the server's clock. */
  readonly at: string;
}

/** Milliseconds for the whole exchange. */
const patience = 10_000;

function caseIn(answer: unknown): Case | undefined {
  const { number, right, at } = Object(answer);
  return [number, right, at].every((word) => typeof word === 'string')
    ? { number, right, at }
    : undefined;
}

/** @throws {SluisError} N04 when it did not arrive */
async function ask(base: string, token: string, init: RequestInit): Promise<unknown> {
  const response = await fetch(`${base.replace(/\/$/, '')}/v1/me/cases`, {
    ...init,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    credentials: 'omit',
    signal: AbortSignal.timeout(patience),
  }).catch((error: unknown) => {
    throw new SluisError('N04', base, error);
  });
  if (!response.ok) throw new SluisError('N04', base, response.status);
  return response.json().catch(() => undefined);
}

/**
 * Sends a request about the person of the token.
 * @throws {SluisError} N04 when it did not arrive
 */
export async function fileRequest(base: string, token: string, request: Request): Promise<Case> {
  const filed = caseIn(await ask(base, token, { method: 'POST', body: JSON.stringify(request) }));
  if (!filed) throw new SluisError('N04', base, 'no case number');
  return filed;
}

/**
 * What the person of the token asked before, oldest first.
 * @throws {SluisError} N04 when the server does not say
 */
export async function readCases(base: string, token: string): Promise<readonly Case[]> {
  const { cases } = Object(await ask(base, token, {}));
  if (!Array.isArray(cases)) throw new SluisError('N04', base, 'no cases');
  return cases.flatMap((one) => caseIn(one) ?? []);
}
