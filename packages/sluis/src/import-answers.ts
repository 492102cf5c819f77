import { decisionId, nextOrder, stateOf } from '@sluis/consent';
import { factsFromFormer, readFormerAnswers } from '@sluis/consent/former';
import { readPlace, writeUnsettled } from '@sluis/storage';
import type { LazyRecord } from './open-record.js';
import type { Page } from './page.js';
import type { Draft } from './record-room.js';
import { writeMirror } from './write-mirror.js';

/**
 * Takes over what the visitor had answered to another consent manager, as one decision of its day. It
 * is on the device like any other, but under no policy: what was shown then is not known.
 */
export async function importAnswers(page: Page, record: LazyRecord): Promise<void> {
  const config = page.policy.import;
  const former = config && readFormerAnswers(config.from, readPlace, config.cookie);
  if (!former) return;
  const now = Date.now();
  const purposes = factsFromFormer(former, config, page.policy, now);
  if (!Object.keys(purposes).length) return;

  const id = decisionId(nextOrder(now), crypto.getRandomValues(new Uint8Array(16)));
  const at = new Date(Math.min(former.at ?? now, now)).toISOString();
  const method = 'import';
  const language = page.policy.languages[0] ?? 'nl'; // in which it was asked is not known
  const draft: Draft = { id, purposes, method, language, surface: location.hostname, at };
  const unsettled = writeUnsettled(draft);
  writeMirror(page, 'device', { state: stateOf([{ ...draft, policy: '' }]), unsettled });
  page.emit('decision', await (await record()).add(draft, 'device'));
}
