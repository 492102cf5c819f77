import { carryOver, changesBetween, orderOf, type Change } from '@sluis/consent';
import type { Policy } from '@sluis/schema';
import type { StoredRecord } from '@sluis/storage';
import type { Page } from './page.js';
import type { RecordRoom } from './record-room.js';
import { writeMirror } from './write-mirror.js';

function policyBy(hash: string | undefined, { policies }: StoredRecord): Policy | undefined {
  const text = policies[hash ?? ''];
  return text === undefined ? undefined : JSON.parse(text);
}

/** What was not told yet; what the banner asks is not among it. */
async function findNews(
  page: Page,
  room: RecordRoom,
  record: StoredRecord,
): Promise<readonly Change[]> {
  const former = policyBy(record.told, record);
  const changes = former ? changesBetween(former, page.policy) : [];
  if (changes.length) await room.told();
  const isAsked = ({ kind, purpose }: Change): boolean =>
    kind === 'material' && page.find(purpose ?? '')?.control === 'switch';
  return changes.filter((change) => !isAsked(change));
}

/**
 * Brings the answers under a policy that has changed since, the device's own by the policies that the
 * record kept (`carryOver`). The mirrors were looked at now, so the next page needs only the head.
 * @returns what the person is to be told
 */
export async function carryAnswers(page: Page, room: RecordRoom): Promise<readonly Change[]> {
  const record = await room.read();
  const policyOf = (order: number): Policy | undefined =>
    policyBy(record.device.find(({ id }) => orderOf(id) === order)?.policy, record);
  const { device, account } = page.mirrors;
  if (device) {
    const state = carryOver(device.state, policyOf, page.policy);
    writeMirror(page, 'device', { ...device, state });
  }
  if (account) writeMirror(page, 'account', account);
  return findNews(page, room, record);
}
