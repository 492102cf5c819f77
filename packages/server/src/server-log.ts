import { LogController, type FastifyInstance, type FastifyServerOptions } from 'fastify';

/** Where log lines go: `process.stdout`, or a list in a test. */
export interface LogStream {
  write(line: string): void;
}

interface SafeError {
  readonly [key: string]: unknown;
  type: string;
  message: string;
  stack: string;
}

/** An error without its message, which may quote what was sent: its kind, its code and where it came from. */
function safeError(error: Error & { readonly code?: string }): SafeError {
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { type: error.name, message: error.code ?? '', stack: frames.join('\n') };
}

/**
 * fastify's own request lines are off: they hold address, URL and host. The serialisers stand guard
 * over what a plugin may log by itself.
 */
export function logOptions(stream: LogStream | undefined): FastifyServerOptions {
  const logController = new LogController({ disableRequestLogging: true });
  // One logger for all: a child for each request would only add a number that no line is to have.
  const childLoggerFactory: FastifyServerOptions['childLoggerFactory'] = (logger) => logger;
  if (!stream) return { logger: false, logController };
  const serializers = { req: () => ({}), res: () => ({}), err: safeError };
  return {
    logger: { level: 'info', base: null, stream, serializers },
    logController,
    childLoggerFactory,
  };
}

/** One line a request: method, route pattern, status, duration, masked network (PROMISES S45, S46). */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', (request, reply, done) => {
    const { method, network, routeOptions } = request;
    const milliseconds = Math.round(reply.elapsedTime * 10) / 10;
    request.log.info(
      { method, route: routeOptions.url ?? null, status: reply.statusCode, milliseconds, network },
      'answered',
    );
    done();
  });
}
