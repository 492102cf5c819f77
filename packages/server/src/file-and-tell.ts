import type { Decision } from '@sluis/schema';
import type { Message, Store } from './database/contract.js';
import { codeOf, statusOf } from './errors.js';
import { fileDecision, type Filed } from './file-decision.js';
import { keepMessages, referenceOf, tellRecipients } from './tell-recipients.js';
import type { Tenant } from './tenant.js';
import { withdrawalsIn } from './withdrawals-in.js';

/** Whose decision it is. */
export interface Giver {
  /** Keyed hash of a device or of a subject, hex. */
  readonly owner: string;
  readonly isDevice: boolean;
}

/**
 * What recipients are to be told, put on disk: a server that ends in between tells it when it is back. Of a device
 * that nobody has linked there is nobody to name, and of a decision that is there it was told before.
 */
async function noteWithdrawals(
  store: Store,
  tenant: Tenant,
  { owner, isDevice }: Giver,
  decision: Decision,
  now: number,
): Promise<readonly Message[]> {
  const withdrawals = withdrawalsIn(decision, tenant);
  if (!withdrawals.length || (await store.readFact(tenant.id, decision.id))) return [];
  const person = isDevice ? await store.subjectOf(tenant.id, owner) : owner;
  if (person === undefined) return [];
  const reference = referenceOf(tenant, person);
  const messages = withdrawals.map(({ recipient, right, purpose }): Message => {
    // Made from the decision, so that a decision that is sent again makes no second message.
    const id = [decision.id, purpose, recipient].join(' ');
    return {
      id,
      recipient,
      body: JSON.stringify({ id, right, reference, purpose, at: decision.at }),
    };
  });
  await keepMessages(store, tenant, messages, now);
  return messages;
}

/**
 * Files a decision, and tells who worked on what it takes back. The answer does not wait for recipients: who is
 * not reached is tried again.
 * @throws {Failure}
 */
export async function fileAndTell(
  store: Store,
  tenant: Tenant,
  giver: Giver,
  decision: Decision,
  now: number,
): Promise<Filed> {
  const messages = await noteWithdrawals(store, tenant, giver, decision, now);
  try {
    const filed = await fileDecision(store, tenant, giver.owner, decision, now);
    if (filed.isNew) tellRecipients(store, tenant, messages).catch(() => undefined);
    return filed;
  } catch (error) {
    // Where the store failed it may have been filed all the same.
    if (statusOf(codeOf(error)) >= 500) throw error;
    await Promise.all(messages.map(({ id }) => store.dropMessage(tenant.id, id)));
    throw error;
  }
}
