import { servicePlace } from '@sluis/consent';
import type { Purpose, Service } from '@sluis/schema';
import type { TargetedMouseEvent, VNode } from 'preact';
import type { PanelView } from './panel.js';

interface Props {
  readonly purpose: Purpose;
  readonly service: Service;
  readonly view: PanelView;
}

/** Who it is, where, in which role, and by which names it keeps something on the device. */
function ServiceFacts({ service, view: { messages } }: Omit<Props, 'purpose'>): VNode {
  const { label, recipient, country, policyUrl, optOutUrl, role, cookies, storage } = service;
  const who = [recipient === label ? undefined : recipient, country, role && messages.roles[role]];
  const keys = [...cookies, ...storage].join(', ');
  return (
    <>
      {policyUrl ? <a href={policyUrl}>{label}</a> : label}
      <small>{who.filter(Boolean).join(', ')}</small>
      {optOutUrl && (
        <small>
          <a
            href={optOutUrl}
          >{`${messages.object}: ${optOutUrl.replace(/^https?:\/\/|\/.*$/g, '')}`}</a>
        </small>
      )}
      {keys && <small>{`${messages.keys}: ${keys}`}</small>}
    </>
  );
}

/** As its purpose's switch, and never on while that is off. A locked purpose needs all of its services. */
function ServiceSwitch({ purpose, service, view }: Props): VNode | null {
  const { draft, messages, port, changeService } = view;
  if (purpose.control === 'locked' || port.isSignalled(purpose.id)) return null;
  const isObjection = purpose.control === 'objection';
  const allowed = !!draft[purpose.id] && !!draft[servicePlace(service.id)];
  const id = `${purpose.id}-${service.id}`;
  const press = (event: TargetedMouseEvent<HTMLInputElement>): void => {
    const next = event.currentTarget.checked !== isObjection;
    if (!isObjection && next && !event.isTrusted) event.preventDefault();
    else changeService(purpose, service.id, next);
  };
  return (
    <label class="control">
      <span id={`c-${id}`}>{isObjection ? messages.object : messages.allow}</span>
      <input
        type="checkbox"
        role="switch"
        checked={allowed !== isObjection}
        aria-labelledby={`c-${id} s-${id}`}
        onClick={press}
      />
    </label>
  );
}

/** The services of a purpose, each with its own switch: one may be refused and the purpose go on. */
export function ServiceList({
  purpose,
  view,
}: {
  readonly purpose: Purpose;
  readonly view: PanelView;
}): VNode | null {
  const services = view.port.policy.services.filter(({ id }) => purpose.services.includes(id));
  if (!services.length) return null;
  return (
    <ul role="list">
      {services.map((service) => (
        <li key={service.id} class="row" data-sluis-service={service.id}>
          <div id={`s-${purpose.id}-${service.id}`}>
            <ServiceFacts service={service} view={view} />
          </div>
          <ServiceSwitch purpose={purpose} service={service} view={view} />
        </li>
      ))}
    </ul>
  );
}
