import type { Controller, Purpose } from '@sluis/schema';
import { textIn } from '@sluis/schema';
import type { VNode } from 'preact';
import { fill } from './fill.js';
import type { Right } from './messages.js';
import type { PanelView } from './panel.js';
import { supervisorOf } from './supervisors.js';

/** Those who decide, each with what about: a request goes to them, not to who works for them (S44). */
function controllersOf({ port }: PanelView): readonly (readonly [Controller, Purpose[]])[] {
  const { controller, purposes } = port.policy;
  const found = new Map<string, readonly [Controller, Purpose[]]>([
    [controller.name, [controller, []]],
  ]);
  for (const purpose of purposes) {
    const one = purpose.controller ?? controller;
    const entry = found.get(one.name) ?? [one, []];
    entry[1].push(purpose);
    found.set(one.name, entry);
  }
  return [...found.values()];
}

/** A mail with the request in its subject, the page that was named, or nothing where it is a phone number. */
function addressOf(contact: string, subject: string): string | undefined {
  if (/^\S+@\S+$/.test(contact)) return `mailto:${contact}?subject=${encodeURIComponent(subject)}`;
  return /^(https?:|\/)/.test(contact) ? contact : undefined;
}

function Requests({
  controller: { name, contact },
  purposes,
  view: { messages, port },
}: {
  readonly controller: Controller;
  readonly purposes: readonly Purpose[];
  readonly view: PanelView;
}): VNode {
  const decides = purposes.some(({ automatedDecision }) => automatedDecision);
  const rights = (Object.entries(messages.rights) as [Right, string][]).filter(
    ([right]) => right !== 'human' || decides,
  );
  const about = purposes.map(({ label }) => textIn(label, port.language)).join(', ');
  return (
    <div data-sluis-controller={name}>
      {about && <p>{fill(messages.rightsTo, { controller: name, purposes: about })}</p>}
      <p>{contact}</p>
      <ul role="list" class="rights">
        {rights.map(([right, label]) => {
          const address = addressOf(contact, label);
          return (
            <li key={right} data-sluis-right={right}>
              {address ? <a href={address}>{label}</a> : label}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** What a person may ask, of whom, and who supervises them (GDPR art. 12-22, 77; S25, S44, S48). */
export function RightsMenu({ view }: { readonly view: PanelView }): VNode {
  const { messages, port } = view;
  const { name, url } = supervisorOf(port.policy);
  const [before, after] = messages.complaint.split('{supervisor}');
  return (
    <>
      <h3 class="part">{messages.rightsTitle}</h3>
      {controllersOf(view).map(([controller, purposes]) => (
        <Requests key={controller.name} controller={controller} purposes={purposes} view={view} />
      ))}
      <p data-sluis-supervisor>
        {before}
        <a href={url}>{name}</a>
        {after}
      </p>
    </>
  );
}
