/** Once the page has loaded and what its scripts start in turn has had a moment to. */
export function whenLoaded(then: () => void): void {
  const soon = (): void => void setTimeout(then, 1000);
  if (document.readyState === 'complete') soon();
  else addEventListener('load', soon);
}
