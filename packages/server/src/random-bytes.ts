import { randomFillSync } from 'node:crypto';

let pool = Buffer.alloc(0);

/**
 * Bytes of chance from the system, which is asked for many at a time: asked for few, it takes longer than
 * the encryption that they are for. Each is given out once and wiped from the pool.
 */
export function randomBytes(count: number): Buffer {
  if (pool.length < count) pool = randomFillSync(Buffer.alloc(8192));
  const bytes = Buffer.from(pool.subarray(0, count));
  pool.fill(0, 0, count);
  pool = pool.subarray(count);
  return bytes;
}
