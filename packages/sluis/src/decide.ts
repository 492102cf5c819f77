import {
  asRefusals,
  decisionId,
  factsFor,
  laterOf,
  nextOrder,
  stateOf,
  type Answers,
  type Choice,
} from '@sluis/consent';
import { SluisError, type Method } from '@sluis/schema';
import { writeUnsettled } from '@sluis/storage';
import type { LazyRecord } from './open-record.js';
import type { Page } from './page.js';
import type { Draft } from './record-room.js';
import { writeMirror } from './write-mirror.js';

export interface Wishes {
  readonly answers: Answers;
  readonly method: Method;
  readonly language: string;
  /** Did the visitor press something for it? */
  readonly mayGrant: boolean;
}

function choiceOf({ answers, mayGrant }: Wishes): Choice | undefined {
  if (mayGrant) return { by: 'person', answers };
  const refusals = asRefusals(answers);
  return refusals && { by: 'machine', answers: refusals };
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
  wishes: Wishes,
): Promise<boolean> {
  const { method, language } = wishes;
  const choice = choiceOf(wishes);
  if (!choice) {
    page.report(new SluisError('I03'));
    return false;
  }
  const known = page.situation().state;
  const purposes = factsFor(choice, page.policy, known);
  if (!Object.keys(purposes).length) return true;

  const now = Date.now();
  const side = page.identified || page.mirrors.account ? 'account' : 'device';
  const id = decisionId(nextOrder(now, known), crypto.getRandomValues(new Uint8Array(16)));
  const at = new Date(now).toISOString();
  const draft: Draft = { id, purposes, method, language, surface: location.hostname, at };
  const state = laterOf(page.mirrors[side]?.state ?? {}, stateOf([{ ...draft, policy: '' }]));
  writeMirror(page, side, { state, unsettled: writeUnsettled(draft) });
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
