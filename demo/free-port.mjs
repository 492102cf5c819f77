import { createServer } from 'node:http';
import { listen } from './listen.mjs';

/** The wished port, or the next one that is free, up to twenty further. */
export async function freePort(wished) {
  for (let port = wished; port <= wished + 20 && port < 65536; port++) {
    const probe = await listen(createServer(), port).catch((error) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') return undefined;
      throw error;
    });
    if (!probe) continue;
    await probe.close();
    return port;
  }
  throw new Error(
    `Ports ${wished} to ${wished + 20} are all taken. Choose another: SLUIS_PORT=5180 npm start.`,
  );
}
