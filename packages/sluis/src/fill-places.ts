import { SluisError, type Purpose } from '@sluis/schema';
import type { Page } from './page.js';

/** Fills each of our elements of a kind that names a purpose; a purpose that nobody is asked is told. */
export function fillPlaces(
  page: Page,
  name: string,
  fill: (place: HTMLElement, purpose: Purpose) => void,
): void {
  for (const place of document.querySelectorAll<HTMLElement>(name)) {
    const id = place.getAttribute('purpose') ?? '';
    const purpose = page.find(id);
    if (purpose) fill(place, purpose);
    else page.report(new SluisError('G10', id, name));
  }
}
