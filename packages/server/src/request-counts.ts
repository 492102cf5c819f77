/** Milliseconds in which a count is begun and forgotten. */
const span = 60_000;

/** How often one sender came in the minute that began with the first of its requests. */
interface Count {
  requests: number;
  /** By the same clock as `now`. */
  readonly endsAt: number;
}

/**
 * Counts one request more for a sender and tells how it stands.
 * @param bound of counts: beyond it the oldest is forgotten, so that many networks cannot fill the memory
 * @param now milliseconds, by a clock that nobody sets
 */
export function requestCounts(
  bound = 100_000,
  now: () => number = () => performance.now(),
): (sender: string) => Readonly<Count> {
  const counts = new Map<string, Count>();
  return (sender) => {
    const there = counts.get(sender);
    if (there && now() < there.endsAt) {
      there.requests += 1;
      return there;
    }
    const fresh = { requests: 1, endsAt: now() + span };
    counts.delete(sender); // So that it goes to the end: the order is that of age.
    counts.set(sender, fresh);
    const [oldest] = counts.size > bound ? counts.keys() : [];
    if (oldest !== undefined) counts.delete(oldest);
    return fresh;
  };
}
