import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readEnvironment } from '../../../packages/server/src/read-environment.js';
import { folder, publicJwk, server } from './arrange.js';
import { bundle, run } from './program.js';

const none = (): string => {
  throw new Error('no file');
};

describe('sluis-server', { timeout: 30_000 }, () => {
  it('tells every variable of the README with --help', { timeout: 30_000 }, async () => {
    const readme = readFileSync(
      join(import.meta.dirname, '../../../packages/server/README.md'),
      'utf8',
    );
    const named = new Set(readme.match(/SLUIS_[A-Z_]+/g));

    const program = run(await bundle('packages/server/src/main.ts'), {}, ['--help']);
    const { code } = await program.exit;

    const told = new Set(program.lines.join('\n').match(/SLUIS_[A-Z_]+/g));
    expect(code).toBe(0);
    expect([...told].sort()).toEqual([...named].sort());
  });

  it(
    'ends with 1 and one sentence with the fix when a setting is wrong',
    { timeout: 30_000 },
    async () => {
      const program = run(await bundle('packages/server/src/main.ts'));

      const { code, errors } = await program.exit;

      expect([code, errors]).toEqual([
        1,
        'SLUIS_DATABASE is missing. Give the path of a file, for example /var/lib/sluis/sluis.db.\n',
      ]);
    },
  );

  it('reads all settings', () => {
    const settings = readEnvironment(
      {
        PATH: '/bin',
        SLUIS_DATABASE: '/data/sluis.db',
        SLUIS_ORIGINS: 'https://a.example, https://b.example,',
        SLUIS_IDENTITY_KEYS: '/keys.json',
        SLUIS_IDENTITY_ISSUER: 'i',
        SLUIS_IDENTITY_AUDIENCE: 'a',
        SLUIS_IDENTITY_MAX_AGE: '60',
        SLUIS_TRUST_PROXY: '10.0.0.0/8',
        SLUIS_RELAY: '/relay.json',
        SLUIS_TRUNCATION: 'strict',
        SLUIS_RATE_LIMIT: '5',
        SLUIS_HOST: '::1',
        SLUIS_PORT: '1',
      },
      (path) =>
        path === '/keys.json'
          ? JSON.stringify({ keys: [publicJwk] })
          : path === '/relay.json'
            ? '{"services":{}}'
            : none(),
    );

    expect(settings).toEqual({
      host: '::1',
      port: 1,
      options: {
        database: '/data/sluis.db',
        origins: ['https://a.example', 'https://b.example'],
        key: undefined,
        identity: { keys: { keys: [publicJwk] }, issuer: 'i', audience: 'a', maxAge: 60 },
        trustProxy: ['10.0.0.0/8'],
        relay: { services: {} },
        truncation: 'strict',
        rateLimit: 5,
      },
    });
  });

  it.each([
    [{ DATABASE_URL: 'postgres://sluis@db/sluis' }, /are both there/],
    [{ SLUIS_DATABASE: '', DATABASE_URL: 'mysql://x' }, /is no PostgreSQL address/],
    [{ SLUIS_ORIGIN: 'https://a.example' }, /SLUIS_ORIGIN is not known/],
    [{ SLUIS_SETTINGS: '/absent' }, /cannot be read as JSON/],
    [{ SLUIS_PORT: '70000' }, /from 0 to 65535/],
    [{ SLUIS_PORT: 'http' }, /SLUIS_PORT is "http"/],
    [{ SLUIS_RATE_LIMIT: '-1' }, /SLUIS_RATE_LIMIT is "-1"/],
    [{ SLUIS_IDENTITY_KEYS: '/absent' }, /"\/absent", cannot be read/],
    [{ SLUIS_RELAY: '/absent' }, /SLUIS_RELAY, "\/absent", cannot be used/],
  ])('refuses %j', (over, sentence) => {
    expect(() => readEnvironment({ SLUIS_DATABASE: 'x.db', ...over }, none)).toThrow(sentence);
  });

  it('takes the larger settings from a file, and a variable before it', () => {
    const file = { origins: ['https://file.example'], kept: [], retention: { days: 5 } };
    const environment = { SLUIS_DATABASE: 'x.db', SLUIS_SETTINGS: '/settings' };
    const read = (more: object) =>
      readEnvironment({ ...environment, ...more }, () => JSON.stringify(file)).options;

    expect(read({})).toMatchObject({ ...file, database: 'x.db' });
    expect(read({ SLUIS_ORIGINS: 'https://a.example' })).toMatchObject({
      origins: ['https://a.example'],
      retention: { days: 5 },
    });
    expect(() => readEnvironment(environment, () => '{"orgins":[]}')).toThrow(
      /has the word "orgins"/,
    );
  });

  it.each(['{', '{"keys":1}', '{"a":[]}'])('refuses the key file %j', (text) => {
    const environment = { SLUIS_DATABASE: 'x.db', SLUIS_IDENTITY_KEYS: '/keys' };

    expect(() => readEnvironment(environment, () => text)).toThrow(/is not a JWK set/);
  });

  it.each([
    [{ database: ':memory:' }, /Give the path of a file/],
    [{ key: 'abc' }, /openssl rand -hex 32/],
    [{ database: 'postgres://sluis@db/sluis' }, /every process needs the same/],
    [{ identity: { keys: { keys: [publicJwk] }, issuer: '', audience: 'a' } }, /no issuer/],
    [{ identity: { keys: { keys: [publicJwk] }, issuer: 'i', audience: '' } }, /no audience/],
    [{ rateLimit: 0 }, /rateLimit is "0"/],
    [{ truncation: 'none' as 'strict' }, /truncation is "none"\. Write standard or strict/],
  ])('does not start with %j', async (options, sentence) => {
    await expect(server(options)).rejects.toThrow(sentence);
  });

  it('S52 makes a key of 32 bytes once, for the eyes of its owner only', async () => {
    const database = join(folder(), 'sluis.db');
    const first = await server({ database });
    const key = readFileSync(`${database}.key`, 'utf8');
    await first.close();

    await server({ database });

    expect(key).toMatch(/^[0-9a-f]{64}\n$/);
    expect(readFileSync(`${database}.key`, 'utf8')).toBe(key);
    expect(statSync(`${database}.key`).mode & 0o777).toBe(0o600);
  });

  it('refuses a key file that was damaged', async () => {
    const database = join(folder(), 'sluis.db');
    writeFileSync(`${database}.key`, 'abc\n');

    await expect(server({ database })).rejects.toThrow(/does not hold 64 hex digits/);
  });

  it('does not start when the database cannot be opened', async () => {
    const database = join(folder(), 'sluis.db');
    mkdirSync(database);

    await expect(server({ database })).rejects.toThrow();
  });
});
