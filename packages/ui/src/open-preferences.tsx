import { render, type VNode } from 'preact';
import { adoptCss } from './adopt-css.js';
import { createAnnouncer } from './announce.js';
import { ChangesList } from './changes-list.js';
import type { ConsentPort } from './consent-port.js';
import { DeviceList } from './device-list.js';
import { fill } from './fill.js';
import { History } from './history.js';
import type { Messages } from './messages.js';
import { PanelActions } from './panel-actions.js';
import { panelCss } from './panel-css.js';
import { startPanel, type PanelView } from './panel.js';
import { PurposeList } from './purpose-list.js';

const preferencesCss = `${panelCss}
:host{all:initial!important}
dialog{border:1px solid var(--s-line);border-radius:calc(var(--s-radius)*2);padding:0;width:min(44em,100vw - 1em);max-width:none;max-height:calc(100vh - 1em);max-height:calc(100dvh - 1em);overflow:hidden}
dialog[open]{display:flex;flex-direction:column}
dialog::backdrop{background:#0008}
.head{display:flex;align-items:center;justify-content:space-between;gap:1em;padding:1em 1.25em .75em}
.body{overflow:auto;overscroll-behavior:contain;padding:0 1.25em;flex:1}
.foot{padding:.75em 1.25em 1em;border-top:1px solid var(--s-rule)}
@media (max-height:30em){dialog[open]{display:block;overflow:auto}}
`;

function Preferences({
  view,
  close,
}: {
  readonly view: PanelView;
  readonly close: () => void;
}): VNode {
  const { messages, port, status } = view;
  const { name, contact } = port.policy.controller;
  return (
    <dialog class="panel" aria-labelledby="title">
      <div class="head">
        <h2 id="title">{messages.preferencesTitle}</h2>
        <button type="button" class="plain" onClick={close}>
          {messages.close}
        </button>
      </div>
      <div class="body" tabIndex={0} role="group" aria-labelledby="title">
        <p>{fill(messages.preferencesText, { controller: name })}</p>
        <ChangesList view={view} />
        <PurposeList view={view} />
        <DeviceList view={view} />
        <details>
          <summary>{messages.history}</summary>
          <History view={view} />
        </details>
        <p class="note">{fill(messages.contact, { contact })}</p>
      </div>
      <div class="foot">
        <p role="status">{status}</p>
        {port.cleanedUp() && <p class="note">{port.cleanedUp()}</p>}
        <PanelActions view={view} />
      </div>
    </dialog>
  );
}

/** Back to what opened it (WCAG 2.4.3); when that is gone, to the control that opens it again. */
function giveFocusBack(opener: Element | null | undefined): void {
  const reopen = document.querySelector('[data-sluis=reopen] button');
  const target = opener?.isConnected ? opener : reopen;
  if (target instanceof HTMLElement) target.focus();
}

/**
 * The second layer, in a native modal dialog. Escape and Close leave everything as it was (R62).
 * @returns resolves once it is on screen
 */
export async function openPreferences(
  port: ConsentPort,
  messages: Messages,
  { opener = document.activeElement }: { readonly opener?: Element | null } = {},
): Promise<{ close(): void }> {
  const open = document
    .querySelector('[data-sluis=preferences]')
    ?.shadowRoot?.querySelector('dialog');
  if (open?.open) return open; // one that was closed goes a moment later
  const announce = createAnnouncer(messages.language);
  const host = document.createElement('div');
  host.setAttribute('data-sluis', 'preferences');
  host.lang = messages.language;
  host.dir = messages.direction;
  const root = host.attachShadow({ mode: 'open' });
  adoptCss(root, preferencesCss);

  const close = (): void => root.querySelector('dialog')?.close();
  const stop = startPanel({
    port,
    messages,
    method: 'preferences',
    draw: (view) => render(<Preferences view={view} close={close} />, root),
    saved: () => {
      close();
      announce(messages.saved);
    },
  });
  const dialog = root.querySelector('dialog');
  dialog?.addEventListener('close', () => {
    stop();
    host.remove();
    giveFocusBack(opener);
  });
  document.documentElement.append(host);
  dialog?.showModal();
  return { close };
}
