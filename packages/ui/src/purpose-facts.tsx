import type { Purpose, Service } from '@sluis/schema';
import { textIn } from '@sluis/schema';
import { Fragment, type ComponentChildren, type VNode } from 'preact';
import type { PanelView } from './panel.js';

interface Props {
  readonly purpose: Purpose;
  readonly view: PanelView;
}

function serviceName({ label, recipient, country, policyUrl }: Service): VNode {
  const more = [recipient === label ? undefined : recipient, country].filter(Boolean).join(', ');
  const name = more ? `${label} (${more})` : label;
  return <li key={label}>{policyUrl ? <a href={policyUrl}>{name}</a> : name}</li>;
}

/** What GDPR art. 13 asks to be told of a purpose: how long, to whom, where from. Nothing to tell, nothing shown. */
export function PurposeFacts({ purpose, view: { port, messages } }: Props): VNode | null {
  const { policy, language } = port;
  const services = policy.services.filter(({ id }) => purpose.services.includes(id));
  const facts: readonly [name: string, value: ComponentChildren][] = [
    [messages.retention, textIn(purpose.retention, language)],
    [messages.services, services.length > 0 && <ul>{services.map(serviceName)}</ul>],
    [messages.recipients, purpose.recipients.join(', ')],
    [messages.source, textIn(purpose.source, language)],
  ];
  const told = facts.filter(([, value]) => value);
  if (!told.length) return null;
  return (
    <details>
      <summary aria-describedby={`n-${purpose.id}`}>{messages.details}</summary>
      <dl>
        {told.map(([name, value]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
      </dl>
    </details>
  );
}
