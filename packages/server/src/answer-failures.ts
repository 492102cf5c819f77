import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { bodyOf, codeOf, Failure, statusOf, type FailureCode } from './errors.js';

/** Answers with a failure of the table and nothing else. */
export function sendFailure(reply: FastifyReply, code: FailureCode): FastifyReply {
  if (code === 'store') reply.header('retry-after', '5');
  if (code === 'unauthorized') reply.header('www-authenticate', 'Bearer');
  return reply.code(statusOf(code)).header('cache-control', 'no-store').send(bodyOf(code));
}

/** Before there is a request: a header that never ends, one that is too large, no HTTP at all. */
export function refuseClient(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const codes: { readonly [code: string]: FailureCode } = {
    ERR_HTTP_REQUEST_TIMEOUT: 'timeout',
    HPE_HEADER_OVERFLOW: 'headers',
  };
  const code = codes[error.code ?? ''] ?? 'request';
  const body = JSON.stringify(bodyOf(code));
  socket.end(
    `HTTP/1.1 ${statusOf(code)} ${STATUS_CODES[statusOf(code)]}\r\nContent-Type: application/json\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}

/**
 * The one error handler, set before any plugin adds a route: a route keeps the handler of its day.
 * Only what the server itself did wrong is logged.
 */
export function answerFailures(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const code = codeOf(error);
    if (statusOf(code) >= 500) request.log.error({ err: error }, code);
    return sendFailure(reply, code);
  });
  app.setNotFoundHandler(() => {
    throw new Failure('not-found');
  });
}
