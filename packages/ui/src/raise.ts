/**
 * Puts a surface into the browser's top layer, which no z-index, transform or clipping of the page
 * reaches. Where there is none it stays fixed, above whatever allows it.
 */
export function raise(host: HTMLElement): void {
  if (!('showPopover' in host)) return;
  host.popover = 'manual';
  host.showPopover();
}
