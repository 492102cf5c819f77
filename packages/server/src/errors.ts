export type FailureCode =
  | 'request'
  | 'body'
  | 'id'
  | 'device'
  | 'policy'
  | 'unauthorized'
  | 'origin'
  | 'not-found'
  | 'timeout'
  | 'conflict'
  | 'device-linked'
  | 'too-large'
  | 'media'
  | 'policy-unknown'
  | 'future'
  | 'tenant'
  | 'key'
  | 'purpose'
  | 'rate'
  | 'headers'
  | 'internal'
  | 'store';

/**
 * Every failure a client can meet: its status and one fixed sentence. Nothing of the request is
 * repeated, so an answer cannot carry a visitor's data into somebody's log.
 */
const failures: { readonly [code in FailureCode]: readonly [status: number, sentence: string] } = {
  request: [400, 'This is not a request that the server understands.'],
  body: [400, 'The body is not what this address takes. Compare it with the README.'],
  id: [400, 'The id in the path and the id in the decision differ.'],
  device: [400, 'The header Sluis-Device is missing or not 22 to 64 characters of base64url.'],
  policy: [
    400,
    'The body is not canonical JSON (RFC 8785), or its SHA-256 is not the one in the path.',
  ],
  tenant: [400, 'Several sites share this server. Name one in the header Sluis-Tenant.'],
  unauthorized: [401, 'The token was not accepted.'],
  key: [401, 'The key in Sluis-Key was not accepted, or not for this.'],
  purpose: [422, 'A purpose, channel or kind in the body is not one of this site.'],
  origin: [403, 'This origin is not on the list of SLUIS_ORIGINS.'],
  'not-found': [404, 'There is nothing here.'],
  timeout: [408, 'The request took too long to arrive.'],
  conflict: [409, 'This id was used for another decision. Facts are added, never changed.'],
  'device-linked': [
    409,
    'This device belongs to another person. Make a new device secret after signing out.',
  ],
  'too-large': [413, 'The body is larger than the limit in the README.'],
  media: [415, 'The Content-Type is not one that this address takes.'],
  'policy-unknown': [
    422,
    'The policy of this decision is not here yet. PUT it to /v1/policies first.',
  ],
  future: [422, 'The decision lies more than ten minutes ahead of the clock of the server.'],
  rate: [429, 'Too many requests from this network. Wait as long as Retry-After says.'],
  headers: [431, 'The headers are larger than the limit in the README.'],
  internal: [500, 'The server failed. Send the same request again later.'],
  store: [503, 'The store cannot be written now. Send the same request again later.'],
};

/** Every code there is. */
export const failureCodes: readonly string[] = Object.keys(failures);

/** The body of every answer that is not a success. */
export interface FailureBody {
  readonly code: FailureCode;
  readonly message: string;
}

/** Thrown by a route, answered by the one error handler. */
export class Failure extends Error {
  readonly code: FailureCode;

  constructor(code: FailureCode, options?: ErrorOptions) {
    super(failures[code][1], options);
    this.name = 'Failure';
    this.code = code;
  }
}

export function statusOf(code: FailureCode): number {
  return failures[code][0];
}

export function bodyOf(code: FailureCode): FailureBody {
  return { code, message: failures[code][1] };
}

/** The framework's own errors by the status they ask for; their messages may quote the request. */
const byStatus: { readonly [status: number]: FailureCode } = {
  404: 'not-found',
  408: 'timeout',
  413: 'too-large',
  415: 'media',
  429: 'rate',
  431: 'headers',
};

/** Those of which the status alone says too little. */
const byCode: { readonly [code: string]: FailureCode } = {
  FST_ERR_VALIDATION: 'body',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'body',
  FST_ERR_CTP_INVALID_JSON_BODY: 'body',
};

function ofClient(code: string, status: unknown): FailureCode | undefined {
  if (typeof status !== 'number' || status < 400 || status > 499) return undefined;
  return byCode[code] ?? byStatus[status] ?? 'request';
}

/** The code of whatever was thrown. Anything unforeseen is `internal`. */
export function codeOf(error: unknown): FailureCode {
  if (error instanceof Failure) return error.code;
  if (!(error instanceof Error)) return 'internal';
  const code = 'code' in error ? String(error.code) : '';
  if (code.startsWith('SQLITE_')) return 'store';
  return ofClient(code, 'statusCode' in error && error.statusCode) ?? 'internal';
}
