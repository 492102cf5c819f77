import type { Rooms } from './rooms.js';
import { templatesKey } from './templates-key.js';
import { whenParsed } from './when-parsed.js';

/** The bytes, without the module. Of another host's the gate takes the address away: then they come later. */
function fetchAhead(href: string): void {
  const link = document.createElement('link');
  document.head.append(
    Object.assign(link, { rel: 'preload', as: 'script', crossOrigin: '', href }),
  );
}

/**
 * The rooms as files beside the page script.
 * @param base their folder, with a closing slash. `import()` works from classic scripts and under a
 * Content-Security-Policy that names the folder's host, or with `strict-dynamic`.
 */
export function scriptRooms(base: string): Rooms {
  // The chunks are built together with this file, so their shapes are known.
  // eslint-disable-next-line typescript/no-explicit-any
  const load = async (file: string): Promise<any> => {
    const address = `${base}${file}.js`;
    // Firefox takes no import map of the page's after the first import (bugzilla.mozilla.org/1916277).
    if (document.readyState === 'loading') {
      fetchAhead(address);
      await new Promise<void>(whenParsed);
    }
    return import(address);
  };
  return {
    desk: () => load('desk'),
    banner: (language) => load(`banner.${language}`),
    messages: (language) => load(`messages.${language}`),
    preferences: () => load('preferences'),
    optOut: () => load('opt-out'),
    reopen: () => load('reopen'),
    cleanUp: () => load('clean-up'),
    catalog: () => load('catalog'),
    serviceWorker: () => load('service-worker'),
    // A classic script, since this one is for while the page is parsed.
    templates: (trusted) =>
      new Promise((resolve, reject) => {
        const script = document.createElement('script');
        script.addEventListener('load', () =>
          resolve({ openTemplates: Reflect.get(window, templatesKey) }),
        );
        script.addEventListener('error', reject);
        script.src = trusted('createScriptURL', `${base}templates.js`);
        document.head.append(script);
      }),
    bounds: () => load('bounds'),
    inspect: () => load('inspect'),
    release: () => load('release'),
    record: () => load('record'),
  };
}
