import { answersFor, decisionId, laterOf, stateOf, type Answers } from '@sluis/consent';
import { SluisError, type Method } from '@sluis/schema';
import type { LazyRecord } from './open-record.js';
import type { Page } from './page.js';
import type { Draft } from './record-room.js';
import { writeMirror } from './write-mirror.js';

export interface Choice {
  readonly answers: Answers;
  readonly method: Method;
  readonly language: string;
  /** Did the visitor press something for it? */
  readonly mayGrant: boolean;
}

/**
 * A decision on its way: the mirror first, because it is written when this returns; the record next;
 * then `apply`, by which the gate opens or closes.
 * @returns true once the record has it; false for a grant that nobody clicked for
 */
export async function decide(
  page: Page,
  record: LazyRecord,
  apply: () => void,
  choice: Choice,
): Promise<boolean> {
  const { answers, method, language, mayGrant } = choice;
  if (Object.values(answers).some(Boolean) && !mayGrant) {
    page.report(new SluisError('I03'));
    return false;
  }
  const purposes = answersFor(answers, page.policy, page.situation().state);
  if (!Object.keys(purposes).length) return true;

  const now = Date.now();
  const side = page.identified || page.mirrors.account ? 'account' : 'device';
  const id = decisionId(now, crypto.getRandomValues(new Uint8Array(16)));
  const at = new Date(now).toISOString();
  const draft: Draft = { id, purposes, method, language, surface: location.hostname, at };
  const state = laterOf(page.mirrors[side]?.state ?? {}, stateOf([{ ...draft, policy: '' }]));
  writeMirror(page, side, { state, unsettled: { id, method, language } });
  const stored = record().then((room) => room.add(draft, side));
  apply();
  try {
    page.emit('decision', await stored);
    return true;
  } catch (error) {
    page.report(new SluisError('N03', 'record', error)); // the mirror has it; the next page tries again
    return false;
  }
}
