import { createHmac, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ConfigurationError } from '../../../packages/server/src/index.js';
import {
  audience,
  decision,
  deviceSecret,
  issuer,
  pair,
  publicJwk,
  putDecision,
  send,
  server,
} from './arrange.js';

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const seconds = (): number => Math.floor(Date.now() / 1000);
const es256 = { alg: 'ES256' };

function claims(over: object = {}): object {
  return {
    iss: issuer,
    aud: audience,
    sub: 'client-0042',
    iat: seconds(),
    exp: seconds() + 300,
    ...over,
  };
}

/** A token with any header and claims whose ECDSA or Ed25519 signature is right. */
function signed(header: object, payload: object, key: KeyObject = pair.privateKey): string {
  const data = `${encode(header)}.${encode(payload)}`;
  const digest = key.asymmetricKeyType === 'ec' ? 'sha256' : null;
  const signature = sign(digest, Buffer.from(data), { key, dsaEncoding: 'ieee-p1363' });
  return `${data}.${signature.toString('base64url')}`;
}

/** HS256 with the public key as the secret, in the spellings an attacker would try. */
function confused(secret: string | Buffer): string {
  const data = `${encode({ alg: 'HS256' })}.${encode(claims())}`;
  return `${data}.${createHmac('sha256', secret).update(data).digest('base64url')}`;
}

const pem = pair.publicKey.export({ type: 'spki', format: 'pem' });
const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const good = signed(es256, claims());

function rs256(): string {
  const data = `${encode({ alg: 'RS256' })}.${encode(claims())}`;
  return `${data}.${sign('sha256', Buffer.from(data), rsa.privateKey).toString('base64url')}`;
}

const forged: readonly (readonly [name: string, token: string])[] = [
  ['signed with another key', signed(es256, claims(), stranger.privateKey)],
  [
    'with a changed claim',
    good.replace(/\.[^.]+\./, `.${encode(claims({ sub: 'client-0043' }))}.`),
  ],
  ['with a changed signature', `${good.slice(0, -6)}AAAAAA`],
  ['with an empty signature', good.replace(/[^.]+$/, '')],
  ['with alg none', `${encode({ alg: 'none' })}.${encode(claims())}.`],
  [
    'with alg none and a signature',
    `${encode({ alg: 'none' })}.${encode(claims())}.${good.split('.')[2]}`,
  ],
  ['with alg NONE', `${encode({ alg: 'NONE' })}.${encode(claims())}.x`],
  ['HS256 with the public key in PEM as secret', confused(pem)],
  [
    'HS256 with the public key in DER as secret',
    confused(pair.publicKey.export({ type: 'spki', format: 'der' })),
  ],
  ['HS256 with the JWK as secret', confused(JSON.stringify(publicJwk))],
  ['RS256', rs256()],
  ['ES384 in the header', signed({ alg: 'ES384' }, claims())],
  ['EdDSA in the header over an EC signature', signed({ alg: 'EdDSA' }, claims())],
  ['expired', signed(es256, claims({ iat: seconds() - 300, exp: seconds() - 60 }))],
  ['without exp', signed(es256, claims({ exp: undefined }))],
  ['with exp as text', signed(es256, claims({ exp: '9999999999' }))],
  ['without iat', signed(es256, claims({ iat: undefined }))],
  [
    'older than the maximum age though not expired',
    signed(es256, claims({ iat: seconds() - 700, exp: seconds() + 300 })),
  ],
  ['issued ahead of time', signed(es256, claims({ iat: seconds() + 120 }))],
  ['not valid yet', signed(es256, claims({ nbf: seconds() + 120 }))],
  ['for another audience', signed(es256, claims({ aud: 'someone-else' }))],
  ['without audience', signed(es256, claims({ aud: undefined }))],
  ['of another issuer', signed(es256, claims({ iss: 'https://evil.example' }))],
  ['without issuer', signed(es256, claims({ iss: undefined }))],
  ['without sub', signed(es256, claims({ sub: undefined }))],
  ['with an empty sub', signed(es256, claims({ sub: '' }))],
  ['with a number for sub', signed(es256, claims({ sub: 42 }))],
  ['with a list for sub', signed(es256, claims({ sub: ['client-0042'] }))],
  [
    'with its own key in the header',
    signed(
      { ...es256, jwk: stranger.publicKey.export({ format: 'jwk' }) },
      claims(),
      stranger.privateKey,
    ),
  ],
  [
    'with a key address in the header',
    signed({ ...es256, jku: 'https://evil.example/keys' }, claims(), stranger.privateKey),
  ],
  [
    'with a path as kid',
    signed({ ...es256, kid: '../../dev/null' }, claims(), stranger.privateKey),
  ],
  ['with a critical header nobody knows', signed({ ...es256, crit: ['x'], x: 1 }, claims())],
  ['unencoded (b64 false)', signed({ ...es256, b64: false, crit: ['b64'] }, claims())],
  ['with a header that is no JSON', `AAAA.${encode(claims())}.AAAA`],
  ['of one part', 'x'],
  ['of five parts', 'a.b.c.d.e'],
  ['of 12,000 characters', `${encode(es256)}.${'a'.repeat(12_000)}.AAAA`],
  ['S43 with a BSN as sub', signed(es256, claims({ sub: '111222333' }))],
  ['S43 with an eight-digit BSN as sub', signed(es256, claims({ sub: '10000008' }))],
  ['S43 with an IBAN as sub', signed(es256, claims({ sub: 'NL91 ABNA 0417 1643 00' }))],
  ['S43 with a mail address as sub', signed(es256, claims({ sub: 'jan@voorbeeld.nl' }))],
];

const refusal = { code: 'unauthorized', message: 'The token was not accepted.' };

describe('tokens', { timeout: 30_000 }, () => {
  it('S43 S52 takes a good token with an opaque id', async () => {
    const app = await server();

    const answer = await send(app, 'GET', '/v1/me', { bearer: signed(es256, claims()) });

    expect(answer).toMatchObject({ status: 200, body: { decisions: [] } });
  });

  it.each(forged)('S52 answers one and the same 401 to a token %s', async (_name, bearer) => {
    const app = await server();
    const device = deviceSecret();
    const one = decision();
    await putDecision(app, device, one);

    const answers = [
      await send(app, 'GET', '/v1/me', { bearer }),
      await send(app, 'PUT', '/v1/me/device', { bearer, device }),
      await send(app, 'GET', `/v1/decisions/${one.id}/receipt`, { bearer }),
    ];

    for (const answer of answers) expect([answer.status, answer.body]).toEqual([401, refusal]);
    const { body } = await send(app, 'GET', '/v1/me', { bearer: signed(es256, claims()) });
    expect(body).toEqual({ decisions: [] });
  });

  it.each([
    undefined,
    '',
    'Bearer',
    'Bearer ',
    `Basic ${good}`,
    good,
    `Bearer ${good} x`,
    `Bearer ${good}, Bearer ${good}`,
  ])('S52 answers the same 401 to the header %j', async (authorization) => {
    const app = await server();

    const answer = await send(app, 'GET', '/v1/me', {
      headers: authorization === undefined ? {} : { authorization },
    });

    expect([answer.status, answer.body]).toEqual([401, refusal]);
  });

  it('S52 refuses every token when no keys are set', async () => {
    const app = await server({ identity: undefined });

    const answer = await send(app, 'GET', '/v1/me', { bearer: signed(es256, claims()) });

    expect([answer.status, answer.body]).toEqual([401, refusal]);
  });

  it('allows clocks to differ by five seconds', async () => {
    const app = await server();

    const ahead = await send(app, 'GET', '/v1/me', {
      bearer: signed(es256, claims({ iat: seconds() + 3 })),
    });

    expect(ahead.status).toBe(200);
  });

  it('takes Ed25519, keys in PEM, and the key of two that the kid names', async () => {
    const ed = generateKeyPairSync('ed25519');
    const edPem = ed.publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const pems = await server({ identity: { keys: [pem.toString(), edPem], issuer, audience } });
    const named = await server({
      identity: {
        keys: {
          keys: [
            { ...publicJwk, kid: 'new' },
            { ...stranger.publicKey.export({ format: 'jwk' }), kid: 'old' },
          ],
        },
        issuer,
        audience,
      },
    });

    const statuses = [
      await send(pems, 'GET', '/v1/me', {
        bearer: signed({ alg: 'EdDSA' }, claims(), ed.privateKey),
      }),
      await send(pems, 'GET', '/v1/me', { bearer: signed({ alg: 'ES256', kid: 'any' }, claims()) }),
      await send(named, 'GET', '/v1/me', {
        bearer: signed({ alg: 'ES256', kid: 'new' }, claims()),
      }),
      await send(named, 'GET', '/v1/me', { bearer: signed(es256, claims()) }),
      await send(named, 'GET', '/v1/me', {
        bearer: signed({ alg: 'ES256', kid: 'old' }, claims()),
      }),
    ].map((answer) => answer.status);

    expect(statuses).toEqual([200, 200, 200, 200, 401]);
  });

  it.each([
    ['a private key', { keys: [pair.privateKey.export({ format: 'jwk' })] }, /private key/],
    [
      'a private key in PEM',
      pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      /private key/,
    ],
    ['RSA alone', { keys: [rsa.publicKey.export({ format: 'jwk' })] }, /P-256/],
    ['no keys', { keys: [] }, /P-256/],
    ['garbage', 'not a key', /PEM/],
  ])('does not start on %s', async (_name, keys, sentence) => {
    const start = server({ identity: { keys, issuer, audience } });

    await expect(start).rejects.toThrow(ConfigurationError);
    await expect(start).rejects.toThrow(sentence);
  });
});
