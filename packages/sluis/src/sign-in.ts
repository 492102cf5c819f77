import { completePolicy, type Relation, type SluisConfig } from '@sluis/schema';
import type { Page } from './page.js';
import { recordActivities } from './record-activities.js';
import type { RecordRoom } from './record-room.js';
import type { Rooms } from './rooms.js';
import { writeMirror } from './write-mirror.js';

/** Purposes for this relation come into the policy, those for others go (S17). */
function becomeKnownAs(page: Page, relation: Relation): void {
  if (!page.sound) return;
  const { purposes } = completePolicy(page.config as SluisConfig, relation); // sound: the desk has looked
  page.visitors ??= page.policy;
  page.policy = { ...page.policy, purposes };
}

/** The person's answers count from here on, and the purposes that are for them. */
export async function signIn(
  page: Page,
  rooms: Rooms,
  record: RecordRoom,
  token: string,
  relation: Relation = 'client',
): Promise<void> {
  const state = await record.identify(token);
  if (page.policy.purposes.some(({ identified }) => identified)) {
    const { forget } = await rooms.bounds();
    forget(page, page.situation(), { ...page.situation(), identified: true });
  }
  page.identified = true;
  page.token = token;
  becomeKnownAs(page, relation);
  writeMirror(page, 'account', { ...page.mirrors.account, state });
  if (page.policy.purposes.some(({ recorded }) => recorded))
    recordActivities(page, (await record.read()).secret);
}
