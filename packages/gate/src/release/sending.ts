import type { Realm } from '../keeper.js';
import type { CleanFrame } from './clean-frame.js';

export interface Sending {
  /** Asks for an image and looks no further. */
  hit(address: string): Promise<void>;
  /** What is at an address as a `blob:` of the page; undefined where its host does not share it (CORS). */
  load(address: string): Promise<string | undefined>;
  /** Style text, its addresses made absolute. */
  text(address: string): Promise<string | undefined>;
}

/** Relative addresses in style text. */
const relative = /(url\(\s*["']?|@import\s+["'])(?!\s*(?:[a-z]+:|\/\/|#))([^"')]+)/gi;

export function absolute(element: Element, address: string): string {
  return new URL(address, element.baseURI).href;
}

/** When an image is there, or is not to be had. */
export function settled(image: HTMLImageElement): Promise<unknown> {
  return new Promise((resolve) => {
    image.addEventListener('load', resolve);
    image.addEventListener('error', resolve);
  });
}

/** Asks other parties from a window that the page's policy does not reach. */
export function createSending({ URL }: Realm, clean: CleanFrame): Sending {
  const get = async (address: string): Promise<Response | undefined> => {
    try {
      const { fetch } = await clean();
      const response = await fetch(address, { credentials: 'omit', cache: 'force-cache' });
      return response.ok ? response : undefined;
    } catch {
      return undefined;
    }
  };
  /** Until it has answered: an image that nobody holds may be thrown away before it has asked. */
  const asking = new Set<HTMLImageElement>();
  return {
    async hit(address) {
      const { Image } = await clean();
      const image = new Image();
      asking.add(image);
      image.src = address;
      await settled(image);
      asking.delete(image);
    },
    async load(address) {
      const response = await get(address);
      return response && URL.createObjectURL(await response.blob());
    },
    async text(address) {
      const response = await get(address);
      const css = await response?.text();
      return css?.replace(
        relative,
        (_, before: string, path: string) => before + new URL(path.trim(), response?.url).href,
      );
    },
  };
}
