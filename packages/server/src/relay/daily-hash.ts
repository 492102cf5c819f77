import { hash, randomFillSync } from 'node:crypto';
import type { ShareKey } from './share-key.js';

const day = 24 * 3600 * 1000;

/** Turns an id into a 32-bit number that is another one tomorrow. */
export interface DailyHash {
  (value: string): number;
  /** Resolves once the key is that of all processes, or cannot be asked for now. */
  agree(): Promise<void>;
  /** Overwrites the key. */
  forget(): void;
}

const keyLength = 32;

/**
 * SHA-256 behind a random key that lives in memory alone and is overwritten at midnight (UTC), so that
 * nobody can tell later whose hits they were: a hash of the date with a lasting secret could be made
 * again for ever. 32 bits collide on purpose (CNIL 2022, conditions for a proxy); with so little of the
 * digest told, a key in front is as good as HMAC and takes a quarter of the time.
 * A key that processes share also passes through what asks for it, for a moment of that day.
 * @param now milliseconds since 1970
 * @param random fills a buffer with a key
 * @param share gives the key that all processes use; without it each has its own
 */
export function dailyHash(
  now: () => number,
  random: (key: Buffer) => Buffer = randomFillSync,
  share?: ShareKey,
): DailyHash {
  /** The key and the value behind it: the only place where a key ever is. */
  const room = Buffer.alloc(8192);
  const key = room.subarray(0, keyLength);
  let today = NaN;
  let agreedOn = NaN;

  /** Until there is an answer hits get ids by the process's own key. What fails is asked again in a minute. */
  async function agree(): Promise<void> {
    const asked = today;
    if (!share || agreedOn === asked) return;
    const given = await share(asked, Buffer.from(key)).catch(() => undefined);
    if (!given || asked !== today) return;
    given.copy(key);
    given.fill(0);
    agreedOn = asked;
  }

  function turn(): void {
    const found = Math.floor(now() / day);
    if (found === today) return;
    random(key);
    today = found;
    void agree();
  }

  // Also when no hit comes that would notice.
  const timer = setInterval(() => {
    turn();
    void agree();
  }, 60_000).unref();
  turn();

  return Object.assign(
    (value: string) => {
      turn();
      const length = room.write(value, keyLength);
      const digest = hash('sha256', room.subarray(0, keyLength + length), 'hex');
      return parseInt(digest.slice(0, 8), 16);
    },
    {
      agree,
      forget() {
        clearInterval(timer);
        today = Infinity;
        room.fill(0);
      },
    },
  );
}
