import type { Calls } from './calls.js';
import type { FailureCode } from './errors.js';

export type { Calls } from './calls.js';

/** What the server said instead of an answer. */
export class ClientFailure extends Error {
  readonly status: number;
  /** Of the server's table; `undefined` where something else answered in its place. */
  readonly code: FailureCode | undefined;

  constructor(call: string, status: number, code: FailureCode | undefined) {
    super(`${call} was answered with ${status} ${code ?? ''}`);
    this.name = 'ClientFailure';
    this.status = status;
    this.code = code;
  }
}

/** Where a call goes, as whom, and with what. */
type Asked<Call extends keyof Calls> = Omit<Calls[Call], 'answer'> & {
  /** `Sluis-Key`, `Sluis-Device`, `Authorization`, `Sluis-Tenant`, `If-None-Match`. */
  readonly headers?: { readonly [name: string]: string };
};

/** @throws {ClientFailure} for every status that is not a success */
export type Client = <Call extends keyof Calls>(
  call: Call,
  asked: Asked<Call>,
) => Promise<Calls[Call]['answer']>;

interface Words {
  readonly path?: { readonly [name: string]: string };
  readonly body?: unknown;
  readonly headers?: { readonly [name: string]: string };
}

function requestOf({ body, headers }: Words): RequestInit {
  if (body === undefined) return { headers };
  return {
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  };
}

/**
 * A client for the site's own systems: `await sluis('POST /v1/contacts/ask', { body, headers })`.
 * @param base address of the server, without a slash at the end
 */
export function createClient(base: string): Client {
  return async (call, asked) => {
    const words: Words = asked;
    const [method, pattern = ''] = call.split(' ');
    const path = pattern.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(words.path?.[name] ?? ''),
    );
    const response = await fetch(`${base}${path}`, { method, ...requestOf(words) });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    const said = text && isJson ? JSON.parse(text) : undefined;
    if (response.ok || response.status === 304) return said;
    throw new ClientFailure(call, response.status, said?.code);
  };
}
