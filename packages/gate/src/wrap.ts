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
 * Puts a trap before methods, constructors or accessors of a realm. A Proxy keeps name, length,
 * statics, prototype and `toString`, so the page cannot tell, and subclasses still build.
 * @param table interfaces with members, `Node appendChild insertBefore|Storage setItem`; no
 * interface means the window itself. What a browser lacks is passed over.
 */
export function wrap<Self>(
  realm: Realm,
  table: string,
  trap: Trap<Self>,
  slot: 'value' | 'get' | 'set' = 'value',
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
      Object.defineProperty(place, name, { ...found, [slot]: proxy });
    }
  }
}
