import type { Fact, FactKind } from './contract.js';
import type { Sealing } from './sealing.js';

/** A fact with the key it opens with. PostgreSQL gives moments as text, since they are of 64 bits. */
export interface FactRow<Moment extends number | string = number> {
  readonly id: string;
  readonly kind: FactKind;
  readonly owner: Buffer;
  readonly sealed: Buffer;
  readonly key: Buffer;
  readonly received_at: Moment;
  readonly expires_at: Moment;
}

export function factOf(row: FactRow<number | string>, sealing: Sealing): Fact {
  return {
    id: row.id,
    kind: row.kind,
    owner: row.owner.toString('hex'),
    body: sealing.open(row.id, row.sealed, row.key),
    receivedAt: Number(row.received_at),
    expiresAt: Number(row.expires_at),
  };
}
