import type { Keeper, Realm } from '../keeper.js';
import { wrap } from '../wrap.js';

type Enter = Keeper['enter'];

/** A frame of ours that goes to no host has a realm of its own, with untouched APIs. */
export function enterFrame<Frame extends Window | null | undefined>(
  enter: Enter,
  frame: Frame,
): Frame {
  try {
    if (frame?.location.protocol === 'about:') enter(frame);
  } catch {
    // Another origin's frame: out of reach, as it is for the page.
  }
  return frame;
}

export function enterFrames(enter: Enter, realm: Realm): void {
  for (let index = 0; index < realm.length; index++) enterFrame(enter, realm[index]);
}

export function interceptFrames({ enter }: Keeper, realm: Realm): void {
  // Before the page's own listeners: a frame may have gone elsewhere, and what is put in fires at once.
  realm.document.addEventListener('load', () => enterFrames(enter, realm), true);
  // For the script that goes in front of a `srcdoc`.
  // Anew where a page of our own with its own gate comes into a blank frame: browsers keep its window (HTML, create and initialize a Document object).
  Object.defineProperty(realm, Symbol.for('sluis'), { value: enter, configurable: true });
  wrap(
    realm,
    'HTMLIFrameElement contentWindow contentDocument|HTMLFrameElement contentWindow contentDocument|HTMLObjectElement contentWindow contentDocument',
    (_, _args, run, name) => {
      const inside = run();
      // Another origin's window throws at any question but a few.
      enterFrame(
        enter,
        (name === 'contentWindow' ? inside : Object(inside).defaultView) as Window | null,
      );
      return inside;
    },
    'get',
  );
}
