import { changesBetween, type Change } from '@sluis/consent';
import type { Policy } from '@sluis/schema';
import type { RecordRoom } from './record-room.js';

/** What has changed since the person last answered; nothing where that text is not known. */
export async function changesSince(policy: Policy, room: RecordRoom): Promise<readonly Change[]> {
  const { policies } = await room.read();
  const last = (await room.history()).at(-1);
  const text = policies[last?.policy ?? ''];
  return text === undefined ? [] : changesBetween(JSON.parse(text), policy);
}
