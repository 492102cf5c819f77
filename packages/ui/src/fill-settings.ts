import type { ConsentPort } from './consent-port.js';

/**
 * Makes `<sluis-settings>` in a footer a link to the preferences, in the page's own style. What stands
 * in it is its text, else the text is ours; its `href` is for whom the preferences do not load.
 * @returns is there one?
 */
export function fillSettings(port: ConsentPort, label: string): boolean {
  const places = document.querySelectorAll('sluis-settings');
  for (const place of places) {
    const link = place.querySelector('a') ?? document.createElement('a');
    if (!place.textContent?.trim() || link.lang) {
      link.lang = port.language; // ours, so it follows the language
      link.textContent = label;
    } else if (!link.parentNode) link.append(...place.childNodes);
    link.setAttribute('href', place.getAttribute('href') ?? port.policy.controller.policyUrl);
    link.setAttribute('data-sluis-action', 'settings');
    if (!link.parentNode) place.append(link);
  }
  return places.length > 0;
}
