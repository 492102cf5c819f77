import type { Purpose } from '@sluis/schema';
import { textIn } from '@sluis/schema';
import { Fragment, type ComponentChildren, type VNode } from 'preact';
import type { PanelView } from './panel.js';
import { ServiceList } from './service-list.js';

interface Props {
  readonly purpose: Purpose;
  readonly view: PanelView;
}

type Fact = readonly [name: string, value: ComponentChildren];

/** What GDPR art. 13 and 22 ask to be told of a purpose. Nothing to tell, nothing shown. */
function factsOf(purpose: Purpose, view: PanelView): readonly Fact[] {
  const { port, messages } = view;
  const { language, policy } = port;
  const { name, contact, policyUrl } = purpose.controller ?? policy.controller;
  const flags = [
    purpose.profiling && messages.profiling,
    purpose.sharing && messages.sharing,
    purpose.sensitive && messages.sensitive,
  ];
  const facts: readonly Fact[] = [
    [
      messages.controller,
      <>
        <a href={policyUrl}>{name}</a>, {contact}
      </>,
    ],
    [messages.consequence, textIn(purpose.consequence, language)],
    [messages.retention, textIn(purpose.retention, language)],
    [messages.recipients, purpose.recipients.join(', ')],
    [messages.source, textIn(purpose.source, language)],
    [messages.alsoTrue, flags.filter(Boolean).join(' ')],
    [messages.automatedDecision, textIn(purpose.automatedDecision, language)],
    [
      messages.services,
      purpose.services.length > 0 && <ServiceList purpose={purpose} view={view} />,
    ],
  ];
  return facts.filter(([, value]) => value);
}

/** Kept and not used: whatever else was answered (GDPR art. 18). At once, since nobody waits for it to be saved. */
function Restriction({ purpose, view: { messages, port, restrict } }: Props): VNode {
  const { id } = purpose;
  return (
    <label class="control">
      <span id={`r-${id}`}>{messages.restrict}</span>
      <input
        type="checkbox"
        role="switch"
        data-sluis-action="restrict"
        checked={port.isRestricted(id)}
        aria-labelledby={`r-${id} n-${id}`}
        onClick={(event) => {
          event.preventDefault(); // it stands as the record has it
          restrict(purpose, !port.isRestricted(id));
        }}
      />
    </label>
  );
}

export function PurposeFacts({ purpose, view }: Props): VNode {
  const { messages } = view;
  return (
    <details>
      <summary aria-describedby={`n-${purpose.id}`}>{messages.details}</summary>
      <dl>
        {factsOf(purpose, view).map(([name, value]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
      </dl>
      <Restriction purpose={purpose} view={view} />
    </details>
  );
}
