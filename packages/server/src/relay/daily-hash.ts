import { hash, randomFillSync } from 'node:crypto';

const day = 24 * 3600 * 1000;

/** Turns an id into a 32-bit number that is another one tomorrow. */
export interface DailyHash {
  (value: string): number;
  /** Overwrites the key. */
  forget(): void;
}

const keyLength = 32;

/**
 * SHA-256 behind a random key that lives in memory alone and is overwritten at midnight (UTC), so that
 * nobody can tell later whose hits they were: a hash of the date with a lasting secret could be made
 * again for ever. 32 bits collide on purpose (CNIL 2022, conditions for a proxy); with so little of the
 * digest told, a key in front is as good as HMAC and takes a quarter of the time.
 * @param now milliseconds since 1970
 * @param random fills a buffer with a key
 */
export function dailyHash(
  now: () => number,
  random: (key: Buffer) => Buffer = randomFillSync,
): DailyHash {
  /** The key and the value behind it: the only place where a key ever is. */
  const room = Buffer.alloc(8192);
  const key = room.subarray(0, keyLength);
  let today = NaN;

  function turn(): void {
    const found = Math.floor(now() / day);
    if (found === today) return;
    random(key);
    today = found;
  }

  // Also when no hit comes that would notice.
  const timer = setInterval(turn, 60_000).unref();
  turn();

  return Object.assign(
    (value: string) => {
      turn();
      const length = room.write(value, keyLength);
      const digest = hash('sha256', room.subarray(0, keyLength + length), 'hex');
      return parseInt(digest.slice(0, 8), 16);
    },
    {
      forget() {
        clearInterval(timer);
        room.fill(0);
      },
    },
  );
}
