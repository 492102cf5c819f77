/**
 * Puts a surface into the browser's top layer, which no z-index, transform or clipping of the page
 * reaches. Where there is none it stays fixed, above whatever allows it. It never comes in front of the
 * preferences, which make all else inert: then it waits until they are closed.
 */
export function raise(host: HTMLElement): void {
  if (!('showPopover' in host)) return;
  const preferences = document.querySelector('[data-sluis=preferences]')?.shadowRoot;
  const dialog = preferences?.querySelector('dialog[open]');
  if (dialog) return dialog.addEventListener('close', () => host.isConnected && raise(host));
  host.popover = 'manual';
  host.showPopover();
}
