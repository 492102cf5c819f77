import type { Held } from '../release.js';
import { waiting } from '../parking.js';
import type { CleanFrame } from './clean-frame.js';
import { absolute, settled, type Sending } from './sending.js';

/** Attributes by which an image, or a source of its picture, chooses and asks. */
const choosing = ['media', 'type', 'sizes', 'crossorigin', 'referrerpolicy', 'srcset', 'src'];

/** A pixel is a hit and no picture: nobody needs to see it. */
const pixel = 2;

type ShowImage = (element: Element, name: string, address: string) => Promise<void>;

/**
 * Asks for an image where the policy does not reach, just as its element would have, and tells the
 * element how that went. A picture is asked for once more, by CORS, to be shown as a `blob:`; where its
 * host does not share it, it comes with the next page.
 */
export function createImages(
  { read, write, verdictOf }: Held,
  clean: CleanFrame,
  { load }: Sending,
): ShowImage {
  const copy = (from: Element, to: Element): void => {
    for (const name of choosing) {
      const value = read(from, waiting + name) ?? read(from, name);
      if (value !== null && verdictOf(from, name, value) === 'pass') write(to, name, value);
    }
  };

  const ask = async (element: Element, address: string): Promise<HTMLImageElement> => {
    const { document } = await clean();
    const image = document.createElement('img');
    const { parentNode } = element;
    if (parentNode?.nodeName === 'PICTURE') {
      const picture = document.createElement('picture');
      for (const source of parentNode.querySelectorAll('source'))
        copy(source, picture.appendChild(document.createElement('source')));
      picture.append(image);
    }
    if (element.localName === 'img') copy(element, image);
    else write(image, 'src', absolute(element, address));
    await settled(image);
    return image;
  };

  return async (element, name, address) => {
    const { naturalWidth, naturalHeight, currentSrc } = await ask(element, address);
    const seen = Math.max(naturalWidth, naturalHeight) > pixel && (await load(currentSrc));
    if (seen) write(element, name, seen); // tells by itself
    else element.dispatchEvent(new Event(naturalWidth ? 'load' : 'error'));
  };
}
