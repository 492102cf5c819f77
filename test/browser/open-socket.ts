import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

const handshake = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'; // RFC 6455, section 1.3
const close = 8; // RFC 6455, section 5.2

/**
 * Answers an upgrade as a WebSocket server does, and a close with a close. A server that hangs up
 * instead has Chromium put off each next socket of that process by up to five seconds
 * (services/network/websocket_throttler.cc).
 */
export function openSocket(
  request: IncomingMessage,
  socket: Duplex,
  heard: () => void = () => {},
): void {
  const key = `${request.headers['sec-websocket-key']}${handshake}`;
  const accept = createHash('sha1').update(key).digest('base64');
  socket.on('error', () => {});
  socket.on('data', ([first = 0]: Buffer) => {
    if ((first & 15) === close) socket.end(Buffer.from([0x80 | close, 0]));
    else heard();
  });
  socket.on('end', () => socket.end());
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  );
}
