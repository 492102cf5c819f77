import { render, type VNode } from 'preact';
import { adoptCss } from './adopt-css.js';
import { ChangesList } from './changes-list.js';
import type { ConsentPort } from './consent-port.js';
import { DeviceList } from './device-list.js';
import { downloadReceipt } from './download-receipt.js';
import { fill } from './fill.js';
import { History } from './history.js';
import type { Messages } from './messages.js';
import { PanelActions } from './panel-actions.js';
import { panelCss } from './panel-css.js';
import { startPanel, type PanelView } from './panel.js';
import { PurposeList } from './purpose-list.js';
import { RightsMenu } from './rights-menu.js';

const optOutCss = `${panelCss}
.panel{all:initial;display:block;font:1em/1.5 var(--s-font);color:var(--s-text);background:var(--s-surface);padding:1.25em;border:1px solid var(--s-rule);border-radius:calc(var(--s-radius)*2)}
ul.rights{margin:0;padding:0;list-style:none;display:flex;flex-wrap:wrap;gap:0 1.25em}.rights a{display:inline-block;padding:.3em 0}.rights button{margin:.25em 0}
.words{display:block;font-size:.875em}textarea{display:block;width:100%;margin:.25em 0 .5em;padding:.5em .75em;font:inherit;color:var(--s-text);background:var(--s-surface);border:1px solid var(--s-line);border-radius:var(--s-radius)}
h3.part{font-size:1.1em;margin:1.5em 0 .5em}
`;

async function giveReceipt({ port, messages, say }: PanelView): Promise<void> {
  const receipt = await port.receipt();
  if (receipt) downloadReceipt(receipt);
  else say(messages.receiptNone);
}

/** One press for every channel, where the configuration says which purposes are marketing (S49). */
function NoMarketing({ view }: { readonly view: PanelView }): VNode | null {
  const { messages, port, refuseMarketing } = view;
  if (!port.policy.purposes.some(({ marketing }) => marketing)) return null;
  return (
    <p>
      <button
        type="button"
        class="plain"
        data-sluis-action="no-marketing"
        onClick={refuseMarketing}
      >
        {messages.noMarketing}
      </button>
    </p>
  );
}

function OptOut({ view }: { readonly view: PanelView }): VNode {
  const { messages, port, status } = view;
  const { name } = port.policy.controller;
  return (
    <section class="panel" aria-labelledby="title">
      <h2 id="title">{fill(messages.optOutTitle, { controller: name })}</h2>
      <div class="state">
        <p>{port.isAnswered() ? messages.answered : messages.notAnswered}</p>
        <p>{port.isIdentified() ? messages.identified : messages.notIdentified}</p>
      </div>
      <ChangesList view={view} />
      <PurposeList view={view} />
      <PanelActions view={view} />
      <NoMarketing view={view} />
      <p role="status">{status}</p>
      {port.cleanedUp() && <p class="note">{port.cleanedUp()}</p>}
      <DeviceList view={view} />
      <h3 class="part">{messages.history}</h3>
      <History view={view} />
      <p>
        <button type="button" class="plain" onClick={() => void giveReceipt(view)}>
          {messages.receipt}
        </button>
      </p>
      <RightsMenu view={view} />
    </section>
  );
}

/**
 * The page for those who come back to change their mind, inside an element of the site. It needs no
 * sign-in and no banner, follows every change of state, and withdraws with one press.
 * @returns takes it away again
 */
export function mountOptOut(root: Element, port: ConsentPort, messages: Messages): () => void {
  const shadow = root.shadowRoot ?? root.attachShadow({ mode: 'open' });
  root.setAttribute('lang', messages.language);
  root.setAttribute('dir', messages.direction);
  adoptCss(shadow, optOutCss);
  const stop = startPanel({
    port,
    messages,
    method: 'opt-out',
    draw: (view) => render(<OptOut view={view} />, shadow),
  });
  return () => {
    stop();
    render(null, shadow);
  };
}
