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

/** Half a page up clears a low cover and a sticky header; a high cover leaves the far edge only. */
const ways = [
  ['bottom', 'center'],
  ['bottom', 'start'],
  ['top', 'end'],
] as const;

function uncover(element: Element, cover: Element): void {
  for (const [side, block] of ways) {
    if (!isCovered(element, cover)) return;
    cover.setAttribute('data-sluis-side', side);
    element.scrollIntoView({ block, behavior: 'instant' });
  }
}

/**
 * While a fixed element covers part of the page, a focused element is never left wholly under it
 * (WCAG 2.4.11, R64): the page scrolls, and where it cannot scroll further the cover goes to the
 * other side. Looks a frame later, because browsers scroll to the focus after they tell of it.
 * @returns the way to stop
 */
export function keepFocusInView(cover: Element): () => void {
  const look = ({ target }: FocusEvent): void => {
    if (!(target instanceof Element) || cover.contains(target)) return;
    requestAnimationFrame(() => uncover(target, cover));
  };
  document.addEventListener('focusin', look);
  return () => document.removeEventListener('focusin', look);
}
