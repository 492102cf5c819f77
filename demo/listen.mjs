import { createServer } from 'node:net';

/**
 * Opens a server on loopback only: on 127.0.0.1 and, where there is one, on ::1, since a browser may
 * resolve `*.localhost` to either.
 * @param {import('node:http').Server | import('node:https').Server} server
 * @param {number} port  0 takes any free one
 * @returns {Promise<{ port: number, close: () => Promise<void> }>}
 */
export async function listen(server, port) {
  const taken = await bind(server, port, '127.0.0.1');
  const second = createServer((socket) => server.emit('connection', socket));
  await bind(second, taken, '::1').catch((error) => {
    if (error.code === 'EADDRINUSE' && port) return close(server).then(() => Promise.reject(error));
    return undefined;
  });
  return {
    port: taken,
    close: () => Promise.all([close(server), close(second)]).then(() => undefined),
  };
}

function bind(server, port, host) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host }, () => {
      server.off('error', reject);
      resolve(server.address().port);
    });
  });
}

/** Connections kept alive by the browser would hold the process for minutes. */
function close(server) {
  return new Promise((resolve) => {
    server.close(() => resolve(undefined));
    server.closeAllConnections?.();
  });
}
