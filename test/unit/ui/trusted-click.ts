/** Clicks as a person does. A test cannot make a trusted event, so this one only says that it is. */
export function trustedClick(element: Element): void {
  const event = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true });
  Object.defineProperty(event, 'isTrusted', { value: true });
  element.dispatchEvent(event);
}
