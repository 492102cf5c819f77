import { answerLife } from '@sluis/consent';
import { SluisError } from '@sluis/schema';
import { mirrorName, writeMirrorText, writePlace, type Mirror, type Side } from '@sluis/storage';
import type { Page } from './page.js';

/**
 * In seconds: as long as an answer lives. The account's mirror ends with the browser session, so that a
 * forgotten sign-out ends too (S15).
 */
const lives: { readonly [side in Side]?: number } = { device: answerLife / 1000 };

/** On this page at once, and on the device if it keeps anything. */
export function writeMirror(page: Page, side: Side, mirror: Omit<Mirror, 'config'>): void {
  const marked = { ...mirror, config: page.configMark };
  page.mirrors[side] = marked;
  const { scope } = page.policy;
  const reach = side === 'device' ? scope : 'host';
  const name = mirrorName(side, scope);
  const isKept = writePlace(name, writeMirrorText(marked), lives[side], reach);
  if (!isKept) page.report(new SluisError('S02'));
}
