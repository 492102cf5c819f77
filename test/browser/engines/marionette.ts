import { once } from 'node:events';
import { connect } from 'node:net';
import { elementKey, type WebDriver } from './web-driver.ts';

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** A client of Firefox's own protocol: what geckodriver speaks to it, with nothing in between. */
export interface Marionette {
  send(command: string, parameters?: object): Promise<unknown>;
  readonly driver: WebDriver;
  close(): void;
}

/** Marionette wraps a plain result as `{ value }`. */
const valueOf = (result: unknown): unknown => Object(result).value;

function driverOf(send: Marionette['send']): WebDriver {
  return {
    navigate: (url) => send('WebDriver:Navigate', { url }),
    execute: async (script) =>
      valueOf(await send('WebDriver:ExecuteAsyncScript', { script, args: [] })),
    find: async (value) => {
      const found = await send('WebDriver:FindElement', { using: 'css selector', value });
      return String(Object(valueOf(found))[elementKey]);
    },
    click: (id) => send('WebDriver:ElementClick', { id }),
    window: async () => String(valueOf(await send('WebDriver:GetWindowHandle'))),
    newWindow: async () =>
      String(Object(await send('WebDriver:NewWindow', { type: 'tab', focus: true })).handle),
    switchTo: (handle) => send('WebDriver:SwitchToWindow', { handle, focus: true }),
  };
}

/**
 * Packets are `length:[type, id, name or error, parameters or result]`, type 0 out and 1 back
 * (firefox-source-docs.mozilla.org/testing/marionette/Protocol.html).
 */
export async function connectMarionette(port: number): Promise<Marionette> {
  const socket = connect(port, '127.0.0.1');
  const waiting = new Map<number, Waiting>();
  let received = Buffer.alloc(0);
  let sent = 0;

  const take = (packet: unknown): void => {
    if (!Array.isArray(packet)) return;
    const [, id, error, result] = packet;
    const { resolve, reject } = waiting.get(id) ?? {};
    waiting.delete(id);
    if (error) reject?.(new Error(`${error.error}: ${error.message}`));
    else resolve?.(result);
  };
  socket.on('data', (bytes: Buffer) => {
    received = Buffer.concat([received, bytes]);
    for (;;) {
      const colon = received.indexOf(':');
      const end = colon + 1 + Number(received.subarray(0, colon));
      if (colon < 0 || received.length < end) return;
      take(JSON.parse(received.subarray(colon + 1, end).toString()));
      received = received.subarray(end);
    }
  });
  socket.on('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('Firefox has closed'));
    waiting.clear();
  });
  socket.on('error', () => {});
  await once(socket, 'connect');

  const send: Marionette['send'] = (command, parameters = {}) =>
    new Promise((resolve, reject) => {
      waiting.set(++sent, { resolve, reject });
      const packet = JSON.stringify([0, sent, command, parameters]);
      socket.write(`${Buffer.byteLength(packet)}:${packet}`);
    });
  return { send, driver: driverOf(send), close: () => socket.destroy() };
}
