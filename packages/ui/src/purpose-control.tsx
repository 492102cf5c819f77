import type { Purpose } from '@sluis/schema';
import type { TargetedMouseEvent, VNode } from 'preact';
import type { PanelView } from './panel.js';

interface Props {
  readonly purpose: Purpose;
  readonly view: PanelView;
}

/**
 * The control follows from the legal basis (S24): consent is a switch that starts off, legitimate
 * interest a switch to object that starts off too (R02), anything else is locked on and says why.
 * A locked switch stays in the tab order, so that its reason is heard, and so does one that the browser's
 * signal holds (R58). A script's click never turns
 * a consent on.
 */
export function PurposeControl({ purpose, view }: Props): VNode {
  const { id, control } = purpose;
  const { draft, messages, change, port } = view;
  const allowed = draft[id] === true;
  const isObjection = control === 'objection';
  const isLocked = control === 'locked' || port.isSignalled(id) || port.isRestricted(id);
  const caption = { switch: messages.allow, objection: messages.object, locked: messages.locked }[
    control
  ];

  const press = (event: TargetedMouseEvent<HTMLInputElement>): void => {
    const { checked } = event.currentTarget;
    const grants = control === 'switch' && checked;
    if (isLocked || (grants && !event.isTrusted)) event.preventDefault();
    else change(purpose, checked !== isObjection);
  };

  return (
    <label class="control">
      <span id={`c-${id}`}>{caption}</span>
      <input
        type="checkbox"
        role="switch"
        checked={allowed !== isObjection}
        aria-disabled={isLocked || undefined}
        aria-labelledby={`c-${id} n-${id}`}
        aria-describedby={`t-${id} w-${id}`}
        onClick={press}
      />
    </label>
  );
}
