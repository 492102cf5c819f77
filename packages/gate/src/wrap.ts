export type Native = (...args: unknown[]) => unknown;

/** Stands before a native function. `target` is there when it is called with `new`. */
export type Trap<Self> = (native: Native, self: Self, args: unknown[], target?: Native) => unknown;

/**
 * Puts a trap before a method, constructor, getter or setter. A Proxy keeps name, length, statics,
 * prototype and `toString`, so the page cannot tell, and subclasses still build.
 */
export function wrap<Self>(
  owner: object | undefined,
  name: string,
  trap: Trap<Self>,
  slot: 'value' | 'get' | 'set' = 'value',
): void {
  const found = owner && Object.getOwnPropertyDescriptor(owner, name);
  const native = found?.[slot];
  if (!native) return;
  const proxy = new Proxy(native, {
    apply: (_, self, args) => trap(native, self, args),
    construct: (_, args, target) => Object(trap(native, {} as Self, args, target as Native)),
  });
  if (native.prototype) native.prototype.constructor = proxy;
  Object.defineProperty(owner, name, { ...found, [slot]: proxy });
}
