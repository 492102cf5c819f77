import type { Target } from '../vector.ts';

export const pixel = 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

/** A first-party address that sends on to another, see `world.ts`. */
export const redirect = (address: string): string => `/redirect?to=${encodeURIComponent(address)}`;

/** A first-party document with this markup. */
export const page = (markup: string): string => `/page?markup=${encodeURIComponent(markup)}`;

/** A first-party worker that fetches this address. */
export const workerFile = (t: Target): string => `/worker.js?to=${encodeURIComponent(t.url('js'))}`;

export const slow = '<script src="/slow.js"></script>';

export const image = (t: Target): string => `<img src="${t.url('gif')}">`;

export const cssImage = (t: Target): string => `url("${t.url('gif')}")`;

export const blobOf = (code: string, type: string): string =>
  `URL.createObjectURL(new Blob([${JSON.stringify(code)}], { type: '${type}' }))`;

export const worker = (code: string): string =>
  `self.kept = new Worker(${blobOf(code, 'text/javascript')})`;

/** A blank frame `f` with the window `w`. */
export const frame = (then: string): string =>
  `const f = document.createElement('iframe'); document.body.append(f); const w = f.contentWindow; ${then}`;
