import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonical, decisionId } from '@sluis/consent';
import type { Decision, PurposeConfig } from '@sluis/schema';
import type { FastifyInstance } from 'fastify';
import { SignJWT, type JWTPayload } from 'jose';
import { onTestFinished } from 'vitest';
import { createServer, type ServerOptions } from '../../../packages/server/src/index.js';
import { expectDescribed } from './expect-described.js';

/** The one origin that the test servers know. */
export const origin = 'https://www.bank.example';
export const issuer = 'https://login.bank.example';
export const audience = 'sluis';

/** The bank's signing key. */
export const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });

export const publicJwk = pair.publicKey.export({ format: 'jwk' });

/** A purpose under which pages may be counted. */
export const counting: PurposeConfig = {
  id: 'counting',
  legalBasis: 'f',
  deviceAccess: 'measurement',
  measurement: {
    ownUseOnly: true,
    noCrossSite: true,
    notPassedOn: true,
    truncatedIp: true,
  },
  label: 'Tellen',
  text: 'Wij tellen hoe vaak elke pagina wordt bezocht.',
};

/** A token as the bank's backend signs it. */
export function token(subject: string, claims: JWTPayload = {}): Promise<string> {
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'ES256' })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(subject)
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign(pair.privateKey);
}

/** A folder that is gone after the test. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'sluis-server-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** A server on a database of its own, closed after the test. */
export async function server(options: Partial<ServerOptions> = {}): Promise<FastifyInstance> {
  const app = await createServer({
    database: join(folder(), 'sluis.db'),
    origins: [origin],
    identity: { keys: { keys: [publicJwk] }, issuer, audience },
    ...options,
  });
  onTestFinished(() => app.close());
  return app;
}

/** The same over a real socket. @returns its base address */
export async function listening(options: Partial<ServerOptions> = {}): Promise<string> {
  const app = await server(options);
  return app.listen({ host: '127.0.0.1', port: 0 });
}

export function deviceSecret(): string {
  return randomBytes(16).toString('base64url');
}

export function decision(over: Partial<Decision> = {}): Decision {
  return {
    id: decisionId(Date.now(), randomBytes(16)),
    policy: '',
    purposes: { analytics: { answer: 'granted', terms: '1x2y3z' } },
    method: 'banner',
    language: 'nl-BE',
    surface: 'www.bank.example',
    at: new Date().toISOString(),
    ...over,
  };
}

export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The SHA-256 that an acknowledgement of this decision must name. */
export function decisionHash(one: Decision): string {
  return hashOf(canonical(one));
}

export interface Sent {
  readonly status: number;
  readonly body: unknown;
  readonly headers: { readonly [name: string]: unknown };
}

/** Puts a body under a path as the browser client does. The answer is one that the description names. */
export async function send(
  app: FastifyInstance,
  method: 'GET' | 'PUT' | 'POST' | 'DELETE',
  url: string,
  {
    device,
    bearer,
    payload,
    headers = {},
  }: {
    readonly device?: string;
    readonly bearer?: string;
    readonly payload?: object | string;
    readonly headers?: { readonly [name: string]: string };
  } = {},
): Promise<Sent> {
  const answer = await app.inject({
    method,
    url,
    headers: {
      ...(device === undefined ? {} : { 'sluis-device': device }),
      ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
      ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    payload: typeof payload === 'object' ? JSON.stringify(payload) : payload,
  });
  const body: unknown = answer.body === '' ? undefined : answer.json();
  await expectDescribed(app, method, url, {
    status: answer.statusCode,
    body,
    type: answer.headers['content-type'],
  });
  return { status: answer.statusCode, body, headers: answer.headers };
}

export function putDecision(app: FastifyInstance, device: string, one: Decision): Promise<Sent> {
  return send(app, 'PUT', `/v1/decisions/${one.id}`, { device, payload: one });
}
