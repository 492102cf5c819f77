import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface VendorRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface FakeVendor {
  readonly origin: string;
  readonly requests: readonly VendorRequest[];
  /** Everything that arrived, as one text. */
  heard(): string;
  /** Resolves when this many have arrived. */
  received(count: number): Promise<readonly VendorRequest[]>;
  readonly connections: () => number;
}

/** A vendor on this machine that writes down all it gets and would like to set a cookie. */
export async function fakeVendor(
  answer: (response: ServerResponse, url: string) => void = (response) => response.end(),
): Promise<FakeVendor> {
  const requests: VendorRequest[] = [];
  const waiting: { readonly count: number; readonly done: () => void }[] = [];
  let connections = 0;
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      requests.push({ method, url, headers, body: Buffer.concat(parts).toString() });
      for (const one of waiting) if (requests.length >= one.count) one.done();
      response.setHeader('set-cookie', 'canary-vendor=1; Path=/');
      response.setHeader('nel', '{"report_to":"canary-nel"}');
      answer(response, url);
    });
  });
  server.on('connection', () => connections++);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    requests,
    heard: () => JSON.stringify(requests),
    connections: () => connections,
    received: (count) =>
      new Promise((resolve) => {
        const done = (): void => resolve(requests);
        if (requests.length >= count) done();
        else waiting.push({ count, done });
      }),
  };
}
