import { eventIn } from './event-in.js';
import { facePush, type Push } from './face-push.js';

type May = (event: string) => boolean;

/** A queue is a list of calls (`dataLayer`), or a function that keeps them in its own list (`fbq.queue`). */
function listOf(queue: unknown): unknown[] | undefined {
  if (Array.isArray(queue)) return queue;
  const { queue: inner } = Object(queue);
  return Array.isArray(inner) ? inner : undefined;
}

/** Is the call an event that may not be queued? */
function isBarred(call: unknown, may: May): boolean {
  const event = eventIn(call);
  return event !== undefined && !may(event);
}

/** Takes out the events that wait in a global queue and may not leave. */
export function purgeQueue(name: string, may: May): void {
  const list = listOf(Reflect.get(window, name));
  if (!list) return;
  const kept = list.filter((call, index) => {
    if (isBarred(call, may)) return false;
    // Microsoft's queue holds the words of a call one by one: 'event', name, parameters.
    return ![0, 1, 2].some(
      (back) => list[index - back] === 'event' && !may(String(list[index - back + 1])),
    );
  });
  list.splice(0, list.length, ...kept);
}

/** A list whose `push` drops what is barred. */
function filterPush(list: { push: Push }, may: May): void {
  facePush(
    list,
    (push) =>
      function (this: unknown, ...calls) {
        if (typeof calls[0] === 'string' && isBarred(calls, may)) return 0;
        const kept = calls.filter((call) => typeof call === 'string' || !isBarred(call, may));
        return kept.length || !calls.length ? push.apply(this, kept) : 0;
      },
  );
}

/**
 * From now on events that may not leave are taken out before the vendor's code sees them: at the list's
 * `push`, or at the function, whoever puts those there and when.
 */
export function filterQueue(name: string, may: May): void {
  const seen = new WeakSet<object>();
  const face = (value: unknown): unknown => {
    if (typeof value === 'function') {
      return new Proxy(value, {
        apply: (target, self, call) =>
          isBarred(call, may) ? undefined : Reflect.apply(target, self, call),
      });
    }
    const list = Object(value);
    if (typeof list.push === 'function' && !seen.has(list)) {
      seen.add(list);
      filterPush(list, may);
    }
    return value;
  };

  let current = face(Reflect.get(window, name));
  Object.defineProperty(window, name, {
    configurable: true,
    enumerable: true,
    get: () => current,
    set(value) {
      current = face(value);
    },
  });
}
