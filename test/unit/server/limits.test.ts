import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { decision, deviceSecret, listening, send, server } from './arrange.js';

function socketTo(base: string): Socket {
  const { hostname, port } = new URL(base);
  const socket = connect(Number(port), hostname);
  onTestFinished(() => void socket.destroy());
  return socket;
}

/** All that comes back until the server closes. */
async function readAll(socket: Socket): Promise<string> {
  let text = '';
  socket.setEncoding('utf8').on('data', (part) => (text += part));
  await once(socket, 'close');
  return text;
}

const head = (length: number): string =>
  `PUT /v1/decisions/x HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n`;

describe('limits', { timeout: 30_000 }, () => {
  it('R12 takes a body of 32 KiB and answers 413 to one byte more', async () => {
    const app = await server();
    const one = decision();
    const text = JSON.stringify(one);
    const padded = (bytes: number): string => text + ' '.repeat(bytes - text.length);
    const put = (payload: string) =>
      send(app, 'PUT', `/v1/decisions/${one.id}`, { device: deviceSecret(), payload });

    const beyond = await put(padded(32 * 1024 + 1));
    const edge = await put(padded(32 * 1024));

    expect(beyond).toMatchObject({ status: 413, body: { code: 'too-large' } });
    expect(edge.status).toBe(201);
  });

  it('answers 413 to an announced gigabyte without waiting for any of it', async () => {
    const socket = socketTo(await listening());

    socket.write(`${head(2 ** 30)}\r\n`);
    const answer = await readAll(socket);

    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain('"code":"too-large"');
  });

  it('answers 413 to a stream without length once it passes the limit', async () => {
    const socket = socketTo(await listening());
    const part = 40 * 1024;

    socket.write(
      'PUT /v1/decisions/x HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n',
    );
    socket.write(`${part.toString(16)}\r\n${'x'.repeat(part)}\r\n`);
    const [answer] = await once(socket.setEncoding('utf8'), 'data');

    expect(String(answer)).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('answers 431 to 20 KiB of headers', async () => {
    const socket = socketTo(await listening());

    socket.write(`${head(0)}Authorization: Bearer ${'a'.repeat(20 * 1024)}\r\n\r\n`);
    const answer = await readAll(socket);

    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
    expect(answer).toContain('"code":"headers"');
  });

  it('answers 400 to what is no HTTP, and repeats nothing of it', async () => {
    const socket = socketTo(await listening());

    socket.write('secret-4711\r\n\r\n');
    const answer = await readAll(socket);

    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).not.toContain('secret-4711');
  });

  it.each(['/%zz', `/v1/decisions/${'x'.repeat(500)}/receipt`])(
    'answers a coded 400 to the path %.20s',
    async (path) => {
      const app = await server();

      const answer = await send(app, 'GET', path);

      expect([answer.status, answer.body]).toEqual([
        400,
        { code: 'request', message: 'This is not a request that the server understands.' },
      ]);
    },
  );

  it('answers fresh requests while 200 sockets drip, and closes those with 408', async () => {
    const base = await listening({ requestTimeout: 2000 });
    const dripping = Array.from({ length: 200 }, () => socketTo(base));
    const closing = dripping.map((socket, index) => {
      // Half never end their headers, half never end their body.
      socket.write(index % 2 ? 'GET /healthz HTTP/1.1\r\nHost: x\r\nX-A: ' : `${head(100)}\r\n{`);
      return readAll(socket);
    });
    await Promise.all(
      dripping.map((socket) => (socket.connecting ? once(socket, 'connect') : undefined)),
    );

    const fresh = await fetch(`${base}/healthz`);
    const stillOpen = dripping.filter((socket) => !socket.destroyed).length;
    const answers = await Promise.all(closing);

    expect([fresh.status, stillOpen]).toEqual([200, 200]);
    for (const answer of answers) expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('S45 counts a network, not an address, and another network apart', async () => {
    const app = await server({ rateLimit: 3, trustProxy: ['127.0.0.1'] });
    const from = (address: string) =>
      send(app, 'GET', '/v1/me', { headers: { 'x-forwarded-for': address } });

    const statuses: number[] = [];
    for (const last of [1, 2, 3, 4]) statuses.push((await from(`203.0.113.${last}`)).status);
    const limited = await from('203.0.113.5');
    const other = await from('198.51.100.1');

    expect(statuses).toEqual([401, 401, 401, 429]);
    expect(limited).toMatchObject({ status: 429, body: { code: 'rate' } });
    expect(Number(limited.headers['retry-after'])).toBeGreaterThan(0);
    expect(other.status).toBe(401);
  });

  it('S45 gives no new count for a forwarded address that no trusted proxy sent', async () => {
    const app = await server({ rateLimit: 3 });
    const statuses: number[] = [];

    for (const network of [1, 2, 3, 4]) {
      const headers = {
        'x-forwarded-for': `203.0.${network}.1`,
        forwarded: `for=203.0.${network}.1`,
        'x-real-ip': `203.0.${network}.1`,
      };
      statuses.push((await send(app, 'GET', '/v1/me', { headers })).status);
    }

    expect(statuses).toEqual([401, 401, 401, 429]);
  });

  it('S45 believes the nearest hop that is no proxy, not what the client wrote before it', async () => {
    const app = await server({ rateLimit: 3, trustProxy: ['127.0.0.1', '10.0.0.0/8'] });
    const statuses: number[] = [];

    for (const network of [1, 2, 3, 4]) {
      const headers = { 'x-forwarded-for': `192.0.${network}.1, 203.0.113.7:51514, 10.1.2.3` };
      statuses.push((await send(app, 'GET', '/v1/me', { headers })).status);
    }

    expect(statuses).toEqual([401, 401, 401, 429]);
  });

  it('counts addresses that cannot be read as one network, and unknown paths too', async () => {
    const app = await server({ rateLimit: 3, trustProxy: ['127.0.0.1'] });
    const statuses: number[] = [];

    for (const address of ['unknown', '0x7f.1', '::%:', '2001::1']) {
      statuses.push(
        (await send(app, 'GET', '/nowhere', { headers: { 'x-forwarded-for': address } })).status,
      );
    }

    expect(statuses).toEqual([404, 404, 404, 429]);
  });

  it('does not start with a proxy that is no address', async () => {
    await expect(server({ trustProxy: ['proxy.bank.example'] })).rejects.toThrow(
      /trustProxy holds something/,
    );
  });
});
