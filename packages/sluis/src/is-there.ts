/** Is there such an element in the page? */
export function isThere(selector: string): boolean {
  return !!document.querySelector(selector);
}
