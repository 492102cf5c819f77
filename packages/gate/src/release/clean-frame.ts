import type { Realm } from '../keeper.js';

/** A window of our own origin that the page's policy does not reach, made when it is first needed. */
export type CleanFrame = () => Promise<Realm>;

/** Makes a frame around the site's own blank page and waits until it is there. */
export function createCleanFrame({ document, location }: Realm, blank: string): CleanFrame {
  let opened: Promise<Realm> | undefined;
  return () =>
    (opened ??= new Promise((resolve, reject) => {
      const frame = document.createElement('iframe');
      frame.hidden = true;
      frame.addEventListener('load', () => {
        const inside = frame.contentWindow as Realm | null;
        try {
          // What is asked for from here names the page that it belongs to as its referrer.
          inside?.document.documentElement.setAttribute('data-sluis', 'frame');
          inside?.history.replaceState(null, '', location.href);
          if (inside) resolve(inside);
        } catch (error) {
          reject(error); // the blank page is not where `assets` says
        }
      });
      frame.src = blank;
      document.documentElement.append(frame);
    }));
}
