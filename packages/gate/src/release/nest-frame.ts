import type { Realm } from '../keeper.js';

/** What the inner frame takes over from the outer. */
const kept = /^(allow|allowfullscreen|referrerpolicy|sandbox|scrolling|title)$/;

/**
 * An embed does not say what it shows, but its window says what shows it. The page's list of windows has those
 * below shadow roots not (HTML, document-tree child navigables); a frame says its own.
 */
function windowOf(realm: Realm, outer: Element): Window | undefined {
  const { contentWindow }: Partial<HTMLIFrameElement> = outer;
  const listed = Array.from(realm, (_, index) => realm[index]);
  for (const inside of [contentWindow, ...listed]) {
    try {
      if (inside?.frameElement === outer) return inside;
    } catch {
      // Another origin's.
    }
  }
  return undefined;
}

/**
 * A sandbox would keep our own blank page out of reach, so it is the inner frame's. The browser reads the
 * attribute when a frame goes somewhere: the outer one has it again, as written, once it is there.
 * @returns what the site wrote; null without a sandbox
 */
function openSandbox(outer: Element): string | null {
  const written = outer.getAttribute('data-sluis-sandbox') ?? outer.getAttribute('sandbox');
  if (written !== null) outer.setAttribute('sandbox', `${written} allow-same-origin`);
  return written;
}

/**
 * Shows a page in a frame within a blank page of the site's own, which no policy of ours reaches.
 * @param show lets the outer frame go to the blank page
 * @param fill lets the inner frame go where it is to go
 */
export function nestFrame(
  realm: Realm,
  outer: Element,
  show: () => void,
  fill: (inner: HTMLIFrameElement) => void,
): void {
  const sandbox = openSandbox(outer);
  outer.addEventListener(
    'load',
    () => {
      if (sandbox !== null) outer.setAttribute('sandbox', sandbox);
      const inside = windowOf(realm, outer);
      const body = inside?.document.body;
      const inner = body?.ownerDocument.createElement('iframe');
      if (!inner) return;
      inner.ownerDocument.documentElement.setAttribute('data-sluis', 'frame');
      for (const { name, value } of outer.attributes)
        if (kept.test(name)) inner.setAttribute(name, value);
      Object.assign(inner, { width: '100%', height: '100%', frameBorder: '0' });
      inner.name = inside?.name ?? '';
      if (inside) inside.name = '';
      body?.replaceChildren(inner);
      fill(inner);
    },
    { once: true },
  );
  show();
}
