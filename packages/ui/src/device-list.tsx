import type { VNode } from 'preact';
import type { Kept } from './consent-port.js';
import type { PanelView } from './panel.js';

function ownerOf({ service, isAnswer }: Kept, { messages, port }: PanelView): string {
  return isAnswer ? messages.ownAnswer : (service ?? port.policy.controller.name);
}

function DeviceRow({ kept, view }: { readonly kept: Kept; readonly view: PanelView }): VNode {
  const { kind, name, isAnswer } = kept;
  const { messages } = view;
  return (
    <li class="row">
      <div>
        <code>{name}</code>
        <small>{`${messages.kinds[kind]}, ${ownerOf(kept, view)}`}</small>
      </div>
      {!isAnswer && (
        <button
          type="button"
          class="plain"
          aria-label={`${messages.remove}: ${name}`}
          onClick={() => view.remove(kept)}
        >
          {messages.remove}
        </button>
      )}
    </li>
  );
}

/** What is on the device at this moment, as far as a script can see, each to be deleted. Looked for when it is opened. */
export function DeviceList({ view }: { readonly view: PanelView }): VNode {
  const { messages, device, look } = view;
  return (
    <details onToggle={({ currentTarget }) => currentTarget.open && !device && look()}>
      <summary>{messages.device}</summary>
      <ul role="list" class="kept">
        {device?.map((kept) => (
          <DeviceRow key={kept.kind + kept.name} kept={kept} view={view} />
        ))}
      </ul>
      {device && <p class="note">{messages.unseen}</p>}
    </details>
  );
}
