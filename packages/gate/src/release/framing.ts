import type { Held } from '../release.js';
import { waiting } from '../parking.js';

interface Framing {
  /** Shows an address in a frame of the page, in a frame within a blank page, which the policy does not reach. */
  frame(outer: Element, name: string, address: string): void;
  /** Lets a form, a link or `open` reach the frame that it names. */
  aim(outer: Element | null, address: unknown, run: () => unknown): unknown;
}

/** What the inner frame takes over from the outer. */
const kept = /^(allow|allowfullscreen|referrerpolicy|sandbox|scrolling|title)$/;

/** An embed does not say what it shows, but its window says what shows it. */
function windowOf({ realm }: Held, outer: Element): Window | undefined {
  for (let index = 0; index < realm.length; index++) {
    const inside = realm[index];
    try {
      if (inside?.frameElement === outer) return inside;
    } catch {
      // Another origin's.
    }
  }
  return undefined;
}

export function createFraming(held: Held): Framing {
  const { policy, read, write, blank } = held;

  /** Puts the blank page into the outer frame, and a frame into that. */
  const nest = (outer: Element, name: string, fill: (inner: HTMLIFrameElement) => void): void => {
    outer.addEventListener(
      'load',
      () => {
        const inside = windowOf(held, outer);
        const body = inside?.document.body;
        const inner = body?.ownerDocument.createElement('iframe');
        if (!inner) return;
        inner.ownerDocument.documentElement.setAttribute('data-sluis', 'frame');
        for (const { name, value } of outer.attributes)
          if (kept.test(name)) inner.setAttribute(name, value);
        Object.assign(inner, { width: '100%', height: '100%', frameBorder: '0' });
        inner.name = inside?.name ?? '';
        if (inside) inside.name = '';
        body?.replaceChildren(inner);
        fill(inner);
      },
      { once: true },
    );
    write(outer, name, blank);
  };

  return {
    frame(outer, name, address) {
      if (read(outer, name) === blank && read(outer, waiting + name) === address) return;
      write(outer, waiting + name, address);
      nest(outer, name, (inner) => (inner.src = new URL(address, outer.baseURI).href));
    },
    aim(outer, address, run) {
      if (!outer || !policy.blocks(outer, String(address))) return run();
      nest(outer, 'src', run);
      return undefined;
    },
  };
}
