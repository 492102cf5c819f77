import type { VNode } from 'preact';
import type { PanelView } from './panel.js';

/**
 * Refusing and withdrawing are as near as accepting (GDPR art. 7(3), R01), and all look alike. A
 * script may refuse, a grant needs a person.
 */
export function PanelActions({ view }: { readonly view: PanelView }): VNode {
  const { messages, port, acceptAll, refuseAll, save } = view;
  return (
    <div class="actions">
      <button
        type="button"
        data-sluis-action="accept"
        onClick={(event) => event.isTrusted && acceptAll()}
      >
        {messages.acceptAll}
      </button>
      <button type="button" data-sluis-action="refuse" onClick={refuseAll}>
        {messages.refuseAll}
      </button>
      <button type="button" data-sluis-action="save" onClick={(event) => save(event.isTrusted)}>
        {messages.save}
      </button>
      {port.isAnswered() && (
        <button type="button" data-sluis-action="withdraw" onClick={refuseAll}>
          {messages.withdraw}
        </button>
      )}
    </div>
  );
}
