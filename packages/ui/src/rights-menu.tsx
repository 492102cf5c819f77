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

interface Ask {
  readonly right: Right;
  readonly label: string;
  readonly purpose?: string;
}

/** What may be asked: a person's look at each decision that was made without one (art. 22(3)), the rest of everything. */
function asksOf(purposes: readonly Purpose[], { messages, port }: PanelView): readonly Ask[] {
  const rights = Object.entries(messages.rights) as [Right, string][];
  return rights.flatMap(([right, label]): Ask[] =>
    right !== 'human'
      ? [{ right, label }]
      : purposes
          .filter(({ automatedDecision }) => automatedDecision)
          .map(({ id, label: name }) => ({
            right,
            label: `${label}: ${textIn(name, port.language)}`,
            purpose: id,
          })),
  );
}

/** What goes with the next request, in the visitor's own words. */
function Words({ view: { messages, words, write } }: { readonly view: PanelView }): VNode {
  return (
    <label class="words">
      {messages.requestText}
      <textarea
        rows={3}
        maxlength={1000}
        value={words}
        onInput={({ currentTarget }) => write(currentTarget.value)}
      />
    </label>
  );
}

function Requests({
  controller: { name, contact },
  purposes,
  view,
}: {
  readonly controller: Controller;
  readonly purposes: readonly Purpose[];
  readonly view: PanelView;
}): VNode {
  const { messages, port, request } = view;
  const isOurs = port.takesRequests() && name === port.policy.controller.name;
  const control = ({ right, label, purpose }: Ask): VNode | string => {
    if (isOurs)
      return (
        <button type="button" class="plain" onClick={() => request(right, purpose)}>
          {label}
        </button>
      );
    const address = addressOf(contact, label);
    return address ? <a href={address}>{label}</a> : label;
  };
  const about = purposes.map(({ label }) => textIn(label, port.language)).join(', ');
  return (
    <div data-sluis-controller={name}>
      {about && <p>{fill(messages.rightsTo, { controller: name, purposes: about })}</p>}
      <p>{contact}</p>
      {isOurs && <Words view={view} />}
      <ul role="list" class="rights">
        {asksOf(purposes, view).map((ask) => (
          <li key={ask.label} data-sluis-right={ask.right}>
            {control(ask)}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What a person may ask, of whom, and who supervises them (GDPR art. 12-22, 77; S25, S44, S48). */
export function RightsMenu({ view }: { readonly view: PanelView }): VNode {
  const { messages, port, requests } = view;
  const { name, url } = supervisorOf(port.policy);
  const [before, after] = messages.complaint.split('{supervisor}');
  return (
    <>
      <h3 class="part">{messages.rightsTitle}</h3>
      {controllersOf(view).map(([controller, purposes]) => (
        <Requests key={controller.name} controller={controller} purposes={purposes} view={view} />
      ))}
      {requests.map((sentence) => (
        <p key={sentence} class="note" data-sluis-request>
          {sentence}
        </p>
      ))}
      <p data-sluis-supervisor>
        {before}
        <a href={url}>{name}</a>
        {after}
      </p>
    </>
  );
}
