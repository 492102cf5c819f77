/** A list's `push`, as a vendor calls it. */
export type Push = (...calls: unknown[]) => unknown;

/**
 * Stands before a list's `push`, also when the vendor puts its own there. Each has a face of its own: a
 * vendor's calls the one that it found. Faces of several callers stand behind each other.
 */
export function facePush(list: { push: Push }, face: (push: Push) => Push): void {
  const { set: before } = Object.getOwnPropertyDescriptor(list, 'push') ?? {};
  const inner = before && Object.getOwnPropertyDescriptor(list, 'push')?.get;
  let current = face(list.push);
  Object.defineProperty(list, 'push', {
    configurable: true,
    get: () => current,
    set(given: Push) {
      before?.call(list, given);
      current = face(inner ? inner.call(list) : given);
    },
  });
}
