import { isThere } from './is-there.js';
import type { Loaders } from './load-surfaces.js';

interface Marked {
  /** Fills all that is not filled yet. */
  all(): void;
  /** @param which attribute by which the element is known; the one before it is gone, or says it anew */
  optOut(which: string): Promise<void>;
}

/**
 * What the page itself has for us: held frames, and our elements.
 * @param frames those that are held
 * @param left called when an opt-out element has left the page
 */
export function fillMarked(
  load: Loaders,
  frames: () => readonly Element[],
  left: () => Promise<void>,
): Marked {
  let hadOptOut = false;
  const optOut = async (which: string): Promise<void> => {
    const root = document.querySelector(`sluis-opt-out${which}`);
    if (!root) return;
    load.close('opt-out');
    load.close('banner');
    await load.mountOptOut(root);
  };
  return {
    optOut,
    all() {
      if (frames().length || isThere('sluis-embed,sluis-recorded')) void load.placeEmbeds();
      if (isThere('sluis-settings')) void load.showReopen();
      if (isThere('sluis-consent')) void load.fillForms();
      void optOut(':not([data-sluis])');
      const hasLeft = hadOptOut && !isThere('sluis-opt-out');
      hadOptOut = isThere('sluis-opt-out');
      if (!hasLeft) return;
      load.close('opt-out');
      void left();
    },
  };
}
