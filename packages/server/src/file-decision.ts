import { canonical } from '@sluis/consent';
import type { Acknowledgement, Decision } from '@sluis/schema';
import type { Store } from './database/contract.js';
import { acknowledge } from './acknowledge.js';
import { Failure } from './errors.js';
import { expiryOf } from './retention.js';
import type { Tenant } from './tenant.js';

/** How far a device's clock may run ahead, milliseconds. */
const ahead = 10 * 60 * 1000;

export interface Filed {
  readonly isNew: boolean;
  readonly acknowledgement: Acknowledgement;
}

function checkMoment(at: string, now: number): void {
  const moment = Date.parse(at);
  if (Number.isNaN(moment)) throw new Failure('body');
  if (moment > now + ahead) throw new Failure('future');
}

/**
 * Puts a decision on disk, once per id (GDPR art. 7(1): demonstrable). A refusal is kept like a grant.
 * @param owner keyed hash of the device or subject it belongs to
 * @throws {Failure}
 */
export async function fileDecision(
  store: Store,
  tenant: Tenant,
  owner: string,
  decision: Decision,
  now: number,
): Promise<Filed> {
  checkMoment(decision.at, now);
  const body = canonical(decision);
  const expiresAt = expiryOf(decision, now, tenant.retention);
  const { id, policy } = decision;
  const filing = await store.fileFact(
    tenant.id,
    { id, kind: 'decision', owner, body, receivedAt: now, expiresAt },
    policy,
  );

  switch (filing.outcome) {
    case 'foreign':
      throw new Failure('not-found');
    case 'other':
      throw new Failure('conflict');
    case 'policy-unknown':
      throw new Failure('policy-unknown');
    case 'created':
    case 'same':
      return {
        isNew: filing.outcome === 'created',
        acknowledgement: acknowledge(decision, body, filing.receivedAt),
      };
  }
}
