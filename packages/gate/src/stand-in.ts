interface StandIn {
  /** What the page holds. */
  readonly face: EventTarget;
  /** Hands what was said so far to the real one, and from then on everything. */
  become(real: EventTarget): void;
  /** Tells the page, once it can have asked to be told, that there will be none: as when the network is down. */
  fail(): void;
}

/** What comes out of one port goes into the other. */
function join(from: MessagePort, to: MessagePort): void {
  from.addEventListener('message', ({ data, ports }) => to.postMessage(data, [...ports]));
  from.start();
}

type Tell = (what: (real: EventTarget) => void) => void;

/** The port of a shared worker that is not there yet. It stays between, since the page has it. */
function relay(tell: Tell): MessagePort {
  const { port1, port2 } = new MessageChannel();
  tell((real) => {
    const { port } = real as SharedWorker;
    join(port, port2);
    join(port2, port);
  });
  return port1;
}

/**
 * An event target that passes for a WebSocket, Worker, ... before there is one: it keeps handlers,
 * settings and calls. `instanceof` holds, constants are there, it never opens by itself.
 */
export function standIn(face: EventTarget, prototype: object, url: string): StandIn {
  let real: EventTarget | undefined;
  const told: ((real: EventTarget) => void)[] = [];
  const tell: Tell = (what) => void (real ? what(real) : told.push(what));
  const first: Readonly<Record<string, unknown>> = {
    url,
    readyState: 0,
    port: 'port' in prototype && relay(tell),
  };

  const describe = (key: string, { value, get }: PropertyDescriptor): PropertyDescriptor => {
    let handler: EventListener | null = null;
    if (!get) {
      if (typeof value !== 'function') return { value };
      return {
        value: (...args: unknown[]) =>
          real
            ? Reflect.get(real, key).apply(real, args)
            : tell((one) => Reflect.get(one, key).apply(one, args)),
      };
    }
    if (!key.startsWith('on')) {
      return {
        get: () => (real && key !== 'port' ? Reflect.get(real, key) : (first[key] ?? null)),
        set: (value) => tell((one) => Reflect.set(one, key, value)),
      };
    }
    const type = key.slice(2);
    face.addEventListener(type, (event) => handler?.call(face, event));
    tell((one) =>
      one.addEventListener(type, (event) =>
        face.dispatchEvent(Reflect.construct(event.constructor, [type, event])),
      ),
    );
    return { get: () => handler, set: (value) => void (handler = value) };
  };

  // A blank frame has an EventTarget of its own.
  const end: unknown = Object.getPrototypeOf(face);
  for (let level = prototype; level !== end; level = Object.getPrototypeOf(level)) {
    for (const [key, found] of Object.entries(Object.getOwnPropertyDescriptors(level))) {
      if (key !== 'constructor' && !Object.hasOwn(face, key))
        Object.defineProperty(face, key, describe(key, found));
    }
  }

  return {
    face: Object.setPrototypeOf(face, prototype),
    become(one) {
      real = one;
      for (const what of told) what(one);
    },
    fail: () => void setTimeout(() => face.dispatchEvent(new Event('error'))),
  };
}
