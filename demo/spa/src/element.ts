/** An element with its text or children, without a framework. */
export function element(
  name: string,
  className: string,
  ...parts: readonly (string | Node)[]
): HTMLElement {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...parts);
  return made;
}
