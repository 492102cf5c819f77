import type { VNode } from 'preact';
import { changeLines } from './change-lines.js';
import type { PanelView } from './panel.js';

/** What has changed since the last answer, told where that answer is looked at again (S51). */
export function ChangesList({ view }: { readonly view: PanelView }): VNode | null {
  const { port, messages, changes } = view;
  if (!changes.length) return null;
  return (
    <div class="state" data-sluis-changes>
      <h3>{messages.noticeTitle}</h3>
      <ul role="list">
        {changeLines(port, messages, changes).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
