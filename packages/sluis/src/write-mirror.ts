import { SluisError } from '@sluis/schema';
import { writeMirrorText, type Mirror, type Side } from '@sluis/storage';
import type { Page } from './page.js';

/** On this page at once, and on the device if it keeps anything. */
export function writeMirror(page: Page, side: Side, mirror: Omit<Mirror, 'config'>): void {
  const marked = { ...mirror, config: page.configMark };
  page.mirrors[side] = marked;
  if (!page.places[side].write(writeMirrorText(marked))) page.report(new SluisError('S02'));
}
