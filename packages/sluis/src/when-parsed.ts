/** Once all of the markup is there, ahead of deferred scripts; at once if it is. */
export function whenParsed(then: () => void): void {
  if (document.readyState === 'loading')
    document.addEventListener('readystatechange', then, { once: true });
  else then();
}
