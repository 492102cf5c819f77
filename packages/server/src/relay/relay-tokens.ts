import { createHmac, timingSafeEqual } from 'node:crypto';

const minute = 60_000;

/** Beyond this many the known ones are forgotten and checked anew. */
const mostKnown = 10_000;

/** Signs and checks what a page shows the relay: these purposes are granted, until then. */
export interface RelayTokens {
  /**
   * Purposes and a minute, and nothing of anybody: all who granted the same in one minute get the same.
   * @param expires milliseconds since 1970, rounded down to a minute
   */
  sign(purposes: readonly string[], expires: number): string;
  /** The purposes of a good token, `undefined` for any other. @param now milliseconds since 1970 */
  verify(token: string, now: number): ReadonlySet<string> | undefined;
}

interface Known {
  readonly purposes: ReadonlySet<string>;
  readonly expires: number;
}

function parse(token: string): Known | undefined {
  const [, minutes = '', purposes = ''] =
    /^([0-9a-z]{1,9})\.([a-z0-9~-]{1,2000})\./.exec(token) ?? [];
  return minutes
    ? { purposes: new Set(purposes.split('~')), expires: parseInt(minutes, 36) * minute }
    : undefined;
}

/**
 * @param key known to the server that signs and to the relays that check
 * @param tenant whose tokens these are: no other tenant's relay takes them
 */
export function relayTokens(key: string, tenant: string): RelayTokens {
  const known = new Map<string, Known>();

  const sign: RelayTokens['sign'] = (purposes, expires) => {
    const said = `${Math.floor(expires / minute).toString(36)}.${[...purposes].sort().join('~')}`;
    const mac = createHmac('sha256', key).update(`relay\0${tenant}\0${said}`).digest('base64url');
    return `${said}.${mac.slice(0, 22)}`;
  };

  function isGenuine(token: string, { purposes, expires }: Known): boolean {
    const [given, right] = [Buffer.from(token), Buffer.from(sign([...purposes], expires))];
    return given.length === right.length && timingSafeEqual(given, right);
  }

  function look(token: string): Known | undefined {
    const found = parse(token);
    if (!found || !isGenuine(token, found)) return undefined;
    if (known.size >= mostKnown) known.clear();
    known.set(token, found);
    return found;
  }

  return {
    sign,
    verify(token, now) {
      const found = known.get(token) ?? look(token);
      return found && found.expires > now ? found.purposes : undefined;
    },
  };
}
