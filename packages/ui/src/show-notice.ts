import type { Change } from '@sluis/consent';
import { adoptCss } from './adopt-css.js';
import { changeLines } from './change-lines.js';
import type { ConsentPort } from './consent-port.js';
import { fill } from './fill.js';
import type { Messages } from './messages.js';
import { raise } from './raise.js';
import { themeCss } from './theme.js';

const noticeCss = `${themeCss}
:host{all:initial!important;position:fixed!important;inset-block-end:1em!important;inset-inline-end:1em!important;z-index:2147483646!important;max-width:min(26em,calc(100vw - 2em))!important}
section{box-sizing:border-box;max-height:60vh;overflow:auto;padding:1em 1.25em;font:1em/1.5 var(--s-font);color:var(--s-text);background:var(--s-surface);border:1px solid var(--s-line);border-radius:var(--s-radius);box-shadow:0 1px 6px #0003}
h2{font-size:1.1em;margin:0}
a{color:inherit}
button{min-height:44px;margin-block:.5em 0;margin-inline:0 .5em;padding:.25em 1em;font:600 .875em var(--s-font);color:var(--s-text);background:none;border:1px solid var(--s-line);border-radius:var(--s-radius);cursor:pointer}
:focus-visible{outline:3px solid var(--s-focus);outline-offset:2px}
/* Above the small button, where both would be wider than the screen. */
@media (max-width:40em){:host{inset-block-end:calc(1.5em + 44px)!important}}
@media print{:host{display:none!important}}
`;

function element(name: string, text: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function button(label: string, press: () => void): HTMLElement {
  const made = element('button', label);
  made.setAttribute('type', 'button');
  made.addEventListener('click', press);
  return made;
}

/**
 * Tells what has changed and needs no answer (S51): beside the page, never in front of it, until it is
 * closed. It asks nothing and grants nothing.
 */
export function showNotice(
  port: ConsentPort,
  messages: Messages,
  changes: readonly Change[],
): { close(): void } {
  const host = document.createElement('div');
  host.setAttribute('data-sluis', 'notice');
  host.lang = messages.language;
  host.dir = messages.direction;
  const close = (): void => host.remove();

  const list = document.createElement('ul');
  list.append(...changeLines(port, messages, changes).map((line) => element('li', line)));
  const more = element('a', fill(messages.policyLink, { controller: port.policy.controller.name }));
  more.setAttribute('href', port.policy.controller.policyUrl);
  const section = document.createElement('section');
  section.setAttribute('aria-label', messages.noticeTitle);
  section.append(
    element('h2', messages.noticeTitle),
    list,
    more,
    document.createElement('br'),
    button(messages.close, close),
    button(messages.settings, () => {
      close();
      void port.open();
    }),
  );
  const root = host.attachShadow({ mode: 'open' });
  root.append(section);
  adoptCss(root, noticeCss);
  document.documentElement.append(host);
  raise(host);
  return { close };
}
