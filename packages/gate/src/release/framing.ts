import type { Held } from '../release.js';
import { waiting } from '../parking.js';
import { nestFrame } from './nest-frame.js';

interface Framing {
  /** Shows an address in a frame of the page, in a frame within a blank page, which the policy does not reach. */
  frame(outer: Element, name: string, address: string): void;
  /** Lets a form, a link or `open` reach the frame that it names. */
  aim(outer: Element | null, address: unknown, run: () => unknown): unknown;
}

export function createFraming({ realm, policy, read, write, blank }: Held): Framing {
  const nest = (outer: Element, name: string, fill: (inner: HTMLIFrameElement) => void): void =>
    nestFrame(realm, outer, () => write(outer, name, blank), fill);

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
