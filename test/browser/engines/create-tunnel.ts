import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

export interface Tunnel {
  /** An HTTP proxy on 127.0.0.1. */
  readonly port: number;
  close(): Promise<void>;
}

/**
 * A proxy that tunnels CONNECT to one port of this machine whatever host it is asked for: for browsers
 * that cannot be told to look for all names in one place.
 */
export async function createTunnel(to: number): Promise<Tunnel> {
  const open = new Set<Socket>();
  const proxy = createServer((_request, response) => void response.writeHead(405).end());
  proxy.on('connect', (_request, socket: Socket, first: Buffer) => {
    const onward = connect(to, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onward.write(first);
      socket.pipe(onward).pipe(socket);
    });
    for (const end of [socket, onward]) {
      open.add(end);
      const endBoth = (): void => {
        open.delete(end);
        socket.destroy();
        onward.destroy();
      };
      end.on('error', endBoth).on('close', endBoth);
    }
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  return {
    port: (proxy.address() as AddressInfo).port,
    async close() {
      for (const socket of open) socket.destroy();
      proxy.closeAllConnections();
      proxy.close();
      await once(proxy, 'close');
    },
  };
}
