// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { keepFocusInView } from '../../../packages/ui/src/keep-focus-in-view.js';

afterEach(() => vi.unstubAllGlobals());

/** A cover over the lower 100 of 200 px, and a button at `top` that scrolls by `steps`, one at a time. */
function arrange(top: number, steps: readonly number[] = []) {
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => callback());
  const cover = document.createElement('div');
  const button = document.createElement('button');
  document.body.replaceChildren(cover, button);
  let at = top;
  const left = [...steps];
  const scrolls: unknown[] = [];
  cover.getBoundingClientRect = () =>
    cover.getAttribute('data-sluis-side') === 'top'
      ? new DOMRect(0, 0, 300, 100)
      : new DOMRect(0, 100, 300, 100);
  button.getBoundingClientRect = () => new DOMRect(10, at, 50, 20);
  button.scrollIntoView = (options) => {
    scrolls.push(typeof options === 'object' ? options.block : options);
    at += left.shift() ?? 0;
  };
  return { cover, button, scrolls };
}

test('R64 leaves a focused element alone that is in view', () => {
  const { cover, button, scrolls } = arrange(50);
  keepFocusInView(cover);

  button.focus();

  expect(scrolls).toEqual([]);
});

test('R64 scrolls a focused element from under the cover, no further than it takes', () => {
  const { cover, button, scrolls } = arrange(120, [-50]);
  keepFocusInView(cover);

  button.focus();

  expect(scrolls).toEqual(['center']);
});

test('R64 moves the cover to the other side at the end of the page', () => {
  const { cover, button } = arrange(150);
  keepFocusInView(cover);

  button.focus();

  expect(cover.getAttribute('data-sluis-side')).toBe('top');
});

test('R62 leaves the focus inside the cover alone, and does nothing once stopped', () => {
  const { cover, button, scrolls } = arrange(150);
  const stop = keepFocusInView(cover);
  const inside = document.createElement('button');
  inside.getBoundingClientRect = () => new DOMRect(10, 150, 50, 20);
  cover.append(inside);
  inside.scrollIntoView = () => scrolls.push('inside');

  inside.focus();
  stop();
  button.focus();

  expect(scrolls).toEqual([]);
});
