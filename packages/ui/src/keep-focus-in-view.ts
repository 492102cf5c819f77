/** Is the element wholly under the cover? */
function isCovered(element: Element, cover: Element): boolean {
  const inner = element.getBoundingClientRect();
  const outer = cover.getBoundingClientRect();
  return (
    inner.top >= outer.top &&
    inner.bottom <= outer.bottom &&
    inner.left >= outer.left &&
    inner.right <= outer.right
  );
}

/**
 * While a fixed element covers part of the page, a focused element is never left wholly under it
 * (WCAG 2.4.11, R64): the page scrolls, and where it cannot scroll further the cover goes to the
 * other side. Looks a frame later, because browsers scroll to the focus after they tell of it.
 * @returns the way to stop
 */
export function keepFocusInView(cover: Element): () => void {
  const look = (event: FocusEvent): void => {
    const { target } = event;
    if (!(target instanceof Element) || cover.contains(target)) return;
    requestAnimationFrame(() => {
      for (const block of ['center', 'start'] as const) {
        if (isCovered(target, cover)) target.scrollIntoView({ block, behavior: 'instant' });
      }
      if (isCovered(target, cover)) {
        const atTop = cover.getAttribute('data-sluis-side') === 'top';
        cover.setAttribute('data-sluis-side', atTop ? 'bottom' : 'top');
      }
    });
  };
  document.addEventListener('focusin', look);
  return () => document.removeEventListener('focusin', look);
}
