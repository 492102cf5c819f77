import type { Decision } from '@sluis/schema';
import { textIn } from '@sluis/schema';
import type { VNode } from 'preact';
import type { PanelView } from './panel.js';

function rowsOf(decision: Decision, { port, messages }: PanelView): VNode[] {
  const { language, policy } = port;
  const when = new Date(decision.at).toLocaleString(language, {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return Object.entries(decision.purposes).map(([id, { answer }]) => (
    <tr key={decision.id + id}>
      <td>
        <time dateTime={decision.at}>{when}</time>
      </td>
      <td>{textIn(policy.purposes.find((purpose) => purpose.id === id)?.label ?? id, language)}</td>
      <td>{messages.answers[answer]}</td>
    </tr>
  ));
}

/** Every answer that was given, newest first: nothing is ever taken out of it (S35). */
export function History({ view }: { readonly view: PanelView }): VNode {
  const { messages, past } = view;
  if (!past.length) return <p>{messages.historyEmpty}</p>;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{messages.historyDate}</th>
          <th scope="col">{messages.historyPurpose}</th>
          <th scope="col">{messages.historyAnswer}</th>
        </tr>
      </thead>
      <tbody>{past.flatMap((decision) => rowsOf(decision, view))}</tbody>
    </table>
  );
}
