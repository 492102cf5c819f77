import { adoptCss } from './adopt-css.js';
import { privateAddress } from './private-address.js';

/** What the frame takes over; the rest is the element's own. */
const kept = ['title', 'allow', 'allowfullscreen', 'loading', 'name', 'referrerpolicy', 'sandbox'];

/** In CSS pixels, as an iframe would have it. */
const usual = { width: 560, height: 315 };

function sizeOf(element: Element, side: keyof typeof usual): number {
  return Number(element.getAttribute(side)) || usual[side];
}

/**
 * Puts a frame into `<sluis-embed src title width height>`: the page of another party in that shape, by
 * its more private address where there is one. The frame is held like any other. What stood in the
 * element is for browsers without script. It is filled once.
 */
export function fillEmbed(element: Element): void {
  const address = element.getAttribute('src');
  if (element.shadowRoot || !address) return;
  const root = element.attachShadow({ mode: 'open' });
  root.append(document.createElement('slot'));
  const [width, height] = [sizeOf(element, 'width'), sizeOf(element, 'height')];
  adoptCss(
    root,
    `:host{display:block;max-width:100%;width:${width}px;aspect-ratio:${width}/${height}}::slotted(iframe){display:block;width:100%;height:100%;border:0}`,
  );
  const frame = document.createElement('iframe');
  for (const name of kept) {
    const value = element.getAttribute(name);
    if (value !== null) frame.setAttribute(name, value);
  }
  frame.src = privateAddress(address);
  element.replaceChildren(frame);
}
