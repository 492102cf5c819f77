import type { Rooms } from './rooms.js';

/**
 * The rooms as files beside the page script.
 * @param base their folder, with a closing slash. `import()` works from classic scripts and under a
 * Content-Security-Policy that names the folder's host, or with `strict-dynamic`.
 */
export function scriptRooms(base: string): Rooms {
  // The chunks are built together with this file, so their shapes are known.
  // eslint-disable-next-line typescript/no-explicit-any
  const load = (file: string): Promise<any> => import(`${base}${file}.js`);
  return {
    desk: () => load('desk'),
    banner: (language) => load(`banner.${language}`),
    messages: (language) => load(`messages.${language}`),
    preferences: () => load('preferences'),
    optOut: () => load('opt-out'),
    reopen: () => load('reopen'),
    catalog: () => load('catalog'),
    templates: () => load('templates'),
    inspect: () => load('inspect'),
    record: () => load('record'),
  };
}
