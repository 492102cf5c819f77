import type { ConsentPort, Messages } from '@sluis/ui';
import { fillConsent } from '@sluis/ui/forms';
import { fillPlaces } from './fill-places.js';
import type { Page } from './page.js';

/** Fills the place of every box in a form of the site's own. */
export function openForms(page: Page, port: ConsentPort, messages: Messages): void {
  fillPlaces(page, 'sluis-consent', (place, purpose) =>
    fillConsent({ place, purpose, port, messages }),
  );
}
