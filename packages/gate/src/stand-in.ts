interface StandIn {
  /** What the page holds. */
  readonly face: object;
  /** Hands what was said so far to the real one, and from then on everything. */
  become(real: EventTarget): void;
}

/**
 * An event target that passes for a WebSocket, Worker, ... before there is one: it keeps handlers,
 * settings and calls. `instanceof` holds, constants are there, it never opens by itself.
 */
export function standIn(face: EventTarget, prototype: object, address: unknown): StandIn {
  let real: EventTarget | undefined;
  const told: ((real: EventTarget) => void)[] = [];
  const tell = (what: (real: EventTarget) => void): void => void (real ? what(real) : told.push(what));

  const follow = (type: string): void =>
    tell((one) =>
      one.addEventListener(type, (event) => {
        const { constructor } = event;
        face.dispatchEvent(Reflect.construct(constructor, [type, event]));
      }),
    );

  const define = (key: string, found: PropertyDescriptor): void => {
    const handler = key.startsWith('on') && key.slice(2);
    const kept: { value?: EventListener } = {};
    if (typeof found.value === 'function') {
      const value = (...args: unknown[]): unknown => (real ? Reflect.get(real, key).apply(real, args) : void tell((one) => Reflect.get(one, key).apply(one, args)));
      Object.defineProperty(face, key, { value });
    } else if (handler) {
      face.addEventListener(handler, (event) => kept.value?.call(face, event));
      follow(handler);
      Object.defineProperty(face, key, { get: () => kept.value ?? null, set: (value) => (kept.value = value) });
    } else if (found.get) {
      const first = key === 'url' ? String(address) : key === 'readyState' ? 0 : null;
      Object.defineProperty(face, key, {
        get: () => (real ? Reflect.get(real, key) : first),
        set: (value) => tell((one) => Reflect.set(one, key, value)),
      });
    }
  };

  for (let level = prototype; level && level !== EventTarget.prototype && level !== Object.prototype; level = Object.getPrototypeOf(level)) {
    for (const [key, found] of Object.entries(Object.getOwnPropertyDescriptors(level))) {
      if (key !== 'constructor' && !Object.hasOwn(face, key)) define(key, found);
    }
  }
  Object.setPrototypeOf(face, prototype);

  return {
    face,
    become(one) {
      real = one;
      for (const what of told) what(one);
    },
  };
}
