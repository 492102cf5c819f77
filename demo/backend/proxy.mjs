import { request as ask } from 'node:http';

/**
 * Hands a request on to the consent server, as the proxy in front of a real one does: with the visitor's
 * address at the end of X-Forwarded-For. A dead server is a broken connection, not a polite error page.
 * @param {() => number} port
 */
export function createProxy(port) {
  return (incoming, outgoing) => {
    const forwarded = [incoming.headers['x-forwarded-for'], incoming.socket.remoteAddress]
      .filter(Boolean)
      .join(', ');
    const headers = { ...incoming.headers, 'x-forwarded-for': forwarded };
    const { method, url: path } = incoming;
    const onward = ask({ host: '127.0.0.1', port: port(), method, path, headers, agent: false });
    onward.on('response', (reply) => {
      outgoing.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.on('error', () => outgoing.destroy());
      reply.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  };
}
