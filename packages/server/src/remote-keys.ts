import { identityKeys, type IdentityKey, type Jwk } from './identity-keys.js';

/** Milliseconds after which the keys are asked for again: a new key counts within this time. */
const fresh = 60_000;

/** Milliseconds that an answer may take. */
const patience = 5_000;

/** The keys that hold now. */
export type KeysNow = () => Promise<readonly IdentityKey[]>;

async function fetchKeys(url: string): Promise<readonly IdentityKey[]> {
  const answer = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(patience) });
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  const set: { readonly keys: readonly Jwk[] } = JSON.parse(await answer.text());
  return identityKeys({ keys: set.keys });
}

/**
 * The keys of a JWK set at an address, asked for at most once a minute whatever tokens come. While the address
 * is not to be had the keys of before go on to count; a key that was taken away there counts a minute more.
 */
export function remoteKeys(url: string, now: () => number = Date.now): KeysNow {
  let keys: readonly IdentityKey[] = [];
  let askedAt = Number.NEGATIVE_INFINITY;
  let asking: Promise<void> = Promise.resolve();

  return async () => {
    if (now() - askedAt >= fresh) {
      askedAt = now();
      asking = fetchKeys(url).then(
        (found) => void (keys = found),
        () => undefined,
      );
    }
    await asking;
    return keys;
  };
}
