import type { Held } from '../release.js';
import type { CleanFrame } from './clean-frame.js';
import { createFraming } from './framing.js';
import { createImages } from './images.js';
import { absolute, createSending } from './sending.js';

/** Shows in the running page what its policy would not load. */
export interface Showing {
  /** @param again was it set anew, rather than found where it was parked? */
  show(element: Element, name: string, value: string, again: boolean): void;
  /** Sends again what the policy refused and what passes by now. */
  refused(): void;
}

/** Elements that show a page in a window of its own. */
const framed = /^(i?frame|object|embed)$/;

// eslint-disable-next-line max-lines-per-function -- one way for each kind of element
export function createShowing(held: Held, clean: CleanFrame): Showing {
  const { realm, read, write, ask, route, judge, refused } = held;
  const { frame } = createFraming(held);
  const sending = createSending(realm, clean);
  const { load, text, hit } = sending;
  const showImage = createImages(held, clean, sending);
  const shown = new WeakMap<Element, string>();

  const showStyle = async (link: Element, address: string): Promise<void> => {
    const css = await text(absolute(link, address));
    if (css === undefined) return void link.dispatchEvent(new Event('error'));
    const style = realm.document.createElement('style');
    for (const name of ['media', 'title', 'nonce']) {
      const value = read(link, name);
      if (value) style.setAttribute(name, value);
    }
    style.textContent = css;
    link.after(style);
    link.dispatchEvent(new Event('load'));
  };

  const showMedia = async (element: Element, name: string, address: string): Promise<void> => {
    const seen = await load(absolute(element, address));
    if (seen) write(element, name, seen);
    const { parentNode } = element;
    if (element.localName === 'source') (parentNode as Partial<HTMLMediaElement> | null)?.load?.();
  };

  const start = (element: Element, name: string, address: string): void => {
    const { localName, parentNode } = element;
    const isLink = localName === 'link';
    if (framed.test(localName)) frame(element, name, address);
    else if (isLink && /stylesheet/i.test(read(element, 'rel') ?? ''))
      void showStyle(element, address);
    else if (
      /^(video|audio|track)$/.test(localName) ||
      parentNode instanceof realm.HTMLMediaElement
    )
      void showMedia(element, name, address);
    else void showImage(element, localName === 'img' ? 'src' : name, address);
  };

  const pending = new Set<Element>();
  const send = (directive: string, address: string): void => {
    if (directive === 'img-src') void hit(address);
    else if (/font|style/.test(directive)) void text(address);
    else if (directive === 'media-src') void load(address);
  };

  return {
    show(given, name, value, again) {
      // The sources of a picture are looked at by its image.
      const element =
        given.parentNode?.nodeName === 'PICTURE' ? given.parentNode.querySelector('img') : given;
      if (!element || pending.has(element)) return;
      // A frame is shown again after a withdrawal; it knows itself whether it is shown.
      if (!again && !framed.test(element.localName) && shown.get(element) === value) return;
      shown.set(element, value);
      pending.add(element);
      // A script may set more than one attribute, and its handlers after them.
      queueMicrotask(() => {
        pending.delete(element);
        start(element, name, value);
      });
      const address = absolute(element, value);
      for (const [key, one] of refused) if (one?.address === address) refused.delete(key);
    },
    refused() {
      for (const [key, one] of refused) {
        if (!one?.address.startsWith('http')) continue;
        const { hostname } = new URL(one.address);
        // An address of our own was refused because it sends the browser on, nobody says where to.
        const verdict =
          hostname === realm.location.hostname ? judge.host('', '') : ask(route(one.address));
        if (verdict !== 'pass') continue;
        refused.set(key, undefined);
        send(one.directive, String(route(one.address)));
      }
    },
  };
}
