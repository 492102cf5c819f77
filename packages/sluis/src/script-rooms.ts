import type { Gate } from '@sluis/gate';
import type { Rooms } from './rooms.js';
import { roomKey } from './room-key.js';
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
  /** For what may be needed while the page is parsed. */
  const classic =
    (file: string) =>
    (trusted: Gate['trusted']): Promise<never> =>
      new Promise((resolve, reject) => {
        const script = document.createElement('script');
        script.addEventListener('load', () => resolve(Reflect.get(window, roomKey(file)) as never));
        script.addEventListener('error', reject);
        script.src = trusted('createScriptURL', `${base}${file}.js`);
        document.head.append(script);
      });
  return {
    desk: () => load('desk'),
    office: () => load('office'),
    banner: (language) => load(`banner.${language}`),
    messages: (language) => load(`messages.${language}`),
    preferences: () => load('preferences'),
    optOut: () => load('opt-out'),
    embeds: () => load('embeds'),
    forms: () => load('forms'),
    reopen: () => load('reopen'),
    cleanUp: () => load('clean-up'),
    catalog: () => load('catalog'),
    serviceWorker: () => load('service-worker'),
    templates: classic('templates'),
    workers: classic('workers'),
    bounds: () => load('bounds'),
    cookieLife: () => load('cookie-life'),
    import: () => load('import'),
    changes: () => load('changes'),
    receipt: () => load('receipt'),
    notice: () => load('notice'),
    rights: () => load('rights'),
    signIn: () => load('sign-in'),
    inspect: () => load('inspect'),
    relay: () => load('relay'),
    release: () => load('release'),
    record: () => load('record'),
  };
}
