import type { Change } from '@sluis/consent';
import { SluisError } from '@sluis/schema';
import type { LazyRecord } from './open-record.js';
import type { Page } from './page.js';
import type { Rooms } from './rooms.js';

/** Was something answered under another configuration than this one? */
function isStale({ mirrors, configMark }: Page): boolean {
  return [mirrors.device, mirrors.account].some((mirror) => mirror && mirror.config !== configMark);
}

/**
 * Answers under another policy are looked at before they count: which go on, which are asked again.
 * Until then nothing counts as granted, so a failure leaves held what is held.
 * @param healed was the mirror made from the record, whose answers may be older?
 * @returns what the person is to be told of the changes
 */
export async function renew(
  page: Page,
  rooms: Rooms,
  record: LazyRecord,
  healed: boolean,
): Promise<readonly Change[]> {
  try {
    const isToCarry = healed || isStale(page);
    const told = isToCarry ? await (await rooms.changes()).carryAnswers(page, await record()) : [];
    page.sound = true;
    if (page.policy.import && !page.mirrors.device)
      await (await rooms.import()).importAnswers(page, record);
    return told;
  } catch (error) {
    page.report(new SluisError('N03', 'changes', error));
    return [];
  }
}
