import fastify, { type FastifyInstance, type FastifySchemaCompiler } from 'fastify';
import { expect } from 'vitest';

/** An answer as it came. */
interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly type: unknown;
}

type Check = ReturnType<FastifySchemaCompiler<object>>;

interface Operation {
  readonly path: RegExp;
  readonly method: string;
  readonly check: (status: string, type: string) => Check | undefined;
}

interface Described {
  readonly content?: { readonly [type: string]: { readonly schema: object } };
}

/** Is there anything to say of an answer that has no body? */
const empty: Check = (body: unknown) => body === undefined;

/** The checks of the server itself, which coerces and fills in nothing. */
async function compiler(): Promise<FastifySchemaCompiler<object>> {
  const app = fastify({ ajv: { customOptions: { removeAdditional: false, coerceTypes: false } } });
  app.post('/', { schema: { body: { type: 'object' } } }, async () => undefined);
  await app.ready();
  if (app.validatorCompiler) return app.validatorCompiler;
  throw new Error('fastify made no checks');
}

interface Document {
  readonly paths: {
    readonly [path: string]: {
      readonly [method: string]: { readonly responses: { readonly [status: string]: Described } };
    };
  };
}

async function operationsOf(app: FastifyInstance): Promise<readonly Operation[]> {
  // From a network of its own, so that it does not count as a request of the test.
  const { body } = await app.inject({ url: '/openapi.json', remoteAddress: '192.0.2.99' });
  const { paths }: Document = JSON.parse(body);
  const compile = await compiler();
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { responses }]) => {
      const checks = new Map<string, Check>();
      for (const [status, { content }] of Object.entries(responses)) {
        if (!content) checks.set(`${status} `, empty);
        for (const [type, { schema }] of Object.entries(content ?? {}))
          checks.set(
            `${status} ${type}`,
            compile({ schema, method: 'GET', url: '/', httpPart: 'body' }),
          );
      }
      return {
        path: new RegExp(`^${path.replaceAll(/\{[^}]*\}/g, '[^/]*')}(?:\\?.*)?$`),
        method: method.toUpperCase(),
        check: (status: string, type: string) => checks.get(`${status} ${type}`),
      };
    }),
  );
}

const described = new WeakMap<FastifyInstance, Promise<readonly Operation[]>>();

/** Every answer to a described address has a status, a media type and a shape that `/openapi.json` names. */
export async function expectDescribed(
  app: FastifyInstance,
  method: string,
  url: string,
  { status, body, type }: Answer,
): Promise<void> {
  const operations = described.get(app) ?? operationsOf(app);
  described.set(app, operations);
  const operation = (await operations).find((one) => one.method === method && one.path.test(url));
  if (!operation) return;
  const mediaType = String(type ?? '').split(';')[0] ?? '';
  const check =
    operation.check(String(status), mediaType) ??
    operation.check(`${String(status)[0]}XX`, mediaType);
  const what = `${method} ${url} answers ${status} ${mediaType} ${JSON.stringify(body)}`;
  expect(check, `${what}, which is not described`).toBeDefined();
  expect(
    check?.(body),
    `${what}: ${JSON.stringify(check && 'errors' in check ? check.errors : '')}`,
  ).toBe(true);
}
