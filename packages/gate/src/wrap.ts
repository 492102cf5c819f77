import type { Realm } from './keeper.js';

type Native = (...args: unknown[]) => unknown;

/**
 * Stands before a native function. `run` calls it, with the same arguments or others; `target` is
 * there when it is called with `new`.
 */
export type Trap<Self = unknown> = (
  self: Self,
  args: unknown[],
  run: (args?: unknown[], self?: unknown) => unknown,
  name: string,
  target?: Native,
) => unknown;

/**
 * Is this call none of ours? Asked before anything is allocated, so that a hot function costs what it
 * costs without us. Sees the first argument, and how many there are.
 */
export type Idle<Self = unknown> = (self: Self, first: unknown, count: number) => unknown;

/** The native function behind each of those that are no Proxy: `toString` tells of that one. */
export const natives: WeakMap<object, Native> = new WeakMap();

/**
 * A function that asks `idle` which of the two is called. The trap of a Proxy takes longer than
 * `getAttribute`. Name and length are the native one's, and there is no `prototype`.
 */
function shortcut<Self>(native: Native, proxy: Native, idle: Idle<Self>): Native {
  const { call } = {
    call(this: Self): unknown {
      // `arguments` that are only handed on are never made into an object.
      return Reflect.apply(
        idle(this, arguments[0], arguments.length) ? native : proxy,
        this,
        arguments,
      );
    },
  };
  natives.set(call, native);
  return Object.defineProperties(call, Object.getOwnPropertyDescriptors(native));
}

/**
 * Puts a trap before methods, constructors or accessors of a realm. A Proxy keeps name, length,
 * statics and prototype, so the page cannot tell, and subclasses still build.
 * @param table interfaces with members, `Node appendChild insertBefore|Storage setItem`; no
 * interface means the window itself. What a browser lacks is passed over.
 */
export function wrap<Self>(
  realm: Realm,
  table: string,
  trap: Trap<Self>,
  slot: 'value' | 'get' | 'set' = 'value',
  idle?: Idle<Self>,
): void {
  for (const line of table.split('|')) {
    const [owner, ...names] = line.split(' ');
    const place = owner ? Reflect.get(realm, owner)?.prototype : realm;
    for (const name of names) {
      const found = place && Object.getOwnPropertyDescriptor(place, name);
      const native = found?.[slot];
      if (!native) continue;
      const proxy = new Proxy(native, {
        apply: (_, self, args) =>
          trap(
            self,
            args,
            (given = args, other = self) => Reflect.apply(native, other, given),
            name,
          ),
        construct: (_, args, target) =>
          trap(
            {} as Self,
            args,
            (given = args) => Reflect.construct(native, given, target),
            name,
            target as Native,
          ) as object,
      });
      if (native.prototype) native.prototype.constructor = proxy;
      Object.defineProperty(place, name, {
        ...found,
        [slot]: idle ? shortcut(native, proxy, idle) : proxy,
      });
    }
  }
}
