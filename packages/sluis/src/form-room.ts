import { SluisError } from '@sluis/schema';
import type { ConsentPort, Messages } from '@sluis/ui';
import { fillConsent } from '@sluis/ui/forms';
import type { Page } from './page.js';

/** Fills the place of every box in a form of the site's own. */
export function openForms(page: Page, port: ConsentPort, messages: Messages): void {
  for (const place of document.querySelectorAll('sluis-consent')) {
    const id = place.getAttribute('purpose') ?? '';
    const purpose = page.find(id);
    if (purpose) fillConsent({ place, purpose, port, messages });
    else page.report(new SluisError('G10', id));
  }
}
