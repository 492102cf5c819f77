import type { Change } from '@sluis/consent';
import { textIn } from '@sluis/schema';
import type { ConsentPort } from './consent-port.js';
import { fill } from './fill.js';
import type { Messages } from './messages.js';

/** One line per purpose: it is new here, or it changed; a change of the controller's own has its name. */
export function changeLines(
  { policy, language }: ConsentPort,
  messages: Messages,
  changes: readonly Change[],
): readonly string[] {
  return changes.map(({ kind, purpose: id }) => {
    const found = policy.purposes.find((one) => one.id === id);
    const purpose =
      id === undefined ? policy.controller.name : textIn(found?.label ?? id, language);
    return fill(kind === 'text' ? messages.noticeText : messages.noticeUse, { purpose });
  });
}
