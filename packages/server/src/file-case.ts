import { canonical, decisionId } from '@sluis/consent';
import { randomBytes } from 'node:crypto';
import { caseNumber, type Case } from './case.js';
import type { Store } from './database/contract.js';
import type { Tenant } from './tenant.js';

/** How long the proof that a right was served is kept: as long as it may be asked for (GDPR art. 5(2)). */
export const caseLife: number = 5 * 365 * 24 * 3600 * 1000;

/** Puts a case on disk. @returns it with its number and moment */
export async function fileCase(
  store: Store,
  tenant: Tenant,
  owner: string,
  told: Omit<Case, 'number' | 'at'>,
  now: number,
): Promise<Case> {
  const one = { ...told, number: caseNumber(now, randomBytes(8)), at: new Date(now).toISOString() };
  const fact = {
    id: decisionId(now, randomBytes(16)),
    kind: 'case',
    owner,
    body: canonical(one),
    receivedAt: now,
    expiresAt: now + caseLife,
  } as const;
  await store.fileFact(tenant.id, fact, '');
  return one;
}
