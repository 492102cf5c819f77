import type { Purpose, Service } from '@sluis/schema';
import { textIn } from '@sluis/schema';
import type { ComponentChildren, VNode } from 'preact';
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

function fact(name: string, value: ComponentChildren): VNode | null {
  return value ? (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  ) : null;
}

/** What GDPR art. 13 asks to be told of a purpose: basis, recipients, how long, where from. */
export function PurposeFacts({ purpose, view: { port, messages } }: Props): VNode {
  const { policy, language } = port;
  const services = policy.services.filter(({ id }) => purpose.services.includes(id));
  const bases = purpose.legalBasis.map((basis) => messages.bases[basis]);
  return (
    <details>
      <summary aria-describedby={`n-${purpose.id}`}>{messages.details}</summary>
      <dl>
        {fact(messages.basis, bases.join(' + '))}
        {fact(messages.retention, textIn(purpose.retention, language))}
        {fact(messages.services, services.length > 0 && <ul>{services.map(serviceName)}</ul>)}
        {fact(messages.recipients, purpose.recipients.join(', '))}
        {fact(messages.source, textIn(purpose.source, language))}
      </dl>
    </details>
  );
}
