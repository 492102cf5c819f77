import type { Purpose } from '@sluis/schema';
import { textIn } from '@sluis/schema';
import type { VNode } from 'preact';
import { fill } from './fill.js';
import type { PanelView } from './panel.js';
import { PurposeControl } from './purpose-control.js';
import { PurposeFacts } from './purpose-facts.js';

/** On which basis (S24), why it is locked or how to stop it, and whether it needs signing in. */
function whyOf(purpose: Purpose, { messages, port }: PanelView): string {
  const bases = purpose.legalBasis.map((basis) => messages.bases[basis]).join(' + ');
  const why = {
    switch: '',
    objection: messages.objectionHint,
    locked: textIn(purpose.reason, port.language),
  }[purpose.control];
  const who = purpose.identified ? messages.identifiedOnly : '';
  const signal = port.isSignalled(purpose.id) ? messages.signalled : '';
  const limit = port.isRestricted(purpose.id) ? messages.restricted : '';
  return [fill(messages.basis, { bases }), why, signal, limit, who].filter(Boolean).join(' ');
}

/** One list in the order of the policy: consent and legitimate interest are not two rounds (R34). */
export function PurposeList({ view }: { readonly view: PanelView }): VNode {
  const { policy, language } = view.port;
  return (
    <ul class="purposes" role="list">
      {policy.purposes.map((purpose) => (
        <li key={purpose.id} data-sluis-purpose={purpose.id}>
          <div class="row">
            <h3 id={`n-${purpose.id}`}>{textIn(purpose.label, language)}</h3>
            <PurposeControl purpose={purpose} view={view} />
          </div>
          <p id={`t-${purpose.id}`}>{textIn(purpose.text, language)}</p>
          <p id={`w-${purpose.id}`} class="why">
            {whyOf(purpose, view)}
          </p>
          <PurposeFacts purpose={purpose} view={view} />
        </li>
      ))}
    </ul>
  );
}
