import { adoptCss } from './adopt-css.js';
import type { ConsentPort } from './consent-port.js';
import { fillSettings } from './fill-settings.js';
import { raise } from './raise.js';
import { themeCss } from './theme.js';

const reopenCss = `${themeCss}
:host,::slotted(button){all:initial!important}
:host{position:fixed!important;inset-block-end:1em!important;inset-inline-start:1em!important;z-index:2147483646!important}
::slotted(button){box-sizing:border-box!important;min-height:44px!important;padding:.25em 1.1em!important;font:600 .875em var(--s-font)!important;color:var(--s-text)!important;background:var(--s-surface)!important;border:1px solid var(--s-line)!important;border-radius:22px!important;box-shadow:0 1px 6px #0003!important;cursor:pointer!important}
::slotted(button:hover){text-decoration:underline!important}
::slotted(button:focus-visible){outline:3px solid var(--s-focus)!important;outline-offset:2px!important}
@media print{:host{display:none!important}}
`;

/**
 * The small button by which the preferences are found again, at the same place on every page
 * (GDPR art. 7(3); R07, R68), where the site has no `<sluis-settings>`. Last in the document, so last in
 * the tab order.
 * @param label `messages.reopen`
 */
export function showReopen(port: ConsentPort, label: string): { close(): void } {
  if (fillSettings(port, label)) return { close() {} };
  document.querySelector('[data-sluis=reopen]')?.remove();
  const host = document.createElement('div');
  host.setAttribute('data-sluis', 'reopen');
  host.setAttribute('role', 'region');
  host.setAttribute('aria-label', label);
  host.lang = port.language;
  const button = document.createElement('button');
  button.type = 'button';
  button.setAttribute('data-sluis-action', 'settings');
  button.textContent = label;
  button.addEventListener('click', () => void port.open());
  const root = host.attachShadow({ mode: 'open' });
  root.append(document.createElement('slot'));
  adoptCss(root, reopenCss);
  host.append(button);
  document.documentElement.append(host);
  raise(host);
  return { close: () => host.remove() };
}
