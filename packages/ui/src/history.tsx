import { servicePlace } from '@sluis/consent';
import type { Decision } from '@sluis/schema';
import { textIn } from '@sluis/schema';
import type { VNode } from 'preact';
import type { ConsentPort } from './consent-port.js';
import type { PanelView } from './panel.js';

/** Of a purpose, or of a service (`@` and its id); what is gone from the policy has only its id. */
function labelOf(place: string, { policy, language }: ConsentPort): string {
  const isIt = ({ id }: { readonly id: string }): boolean => place === id;
  const service = policy.services.find(({ id }) => place === servicePlace(id));
  return service?.label ?? textIn(policy.purposes.find(isIt)?.label ?? place, language);
}

function rowsOf(decision: Decision, { port, messages }: PanelView): VNode[] {
  const { language } = port;
  const when = new Date(decision.at).toLocaleString(language, {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return Object.entries(decision.purposes).map(([id, { answer }]) => (
    <tr key={decision.id + id}>
      <td>
        <time dateTime={decision.at}>{when}</time>
      </td>
      <td>{labelOf(id, port)}</td>
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
