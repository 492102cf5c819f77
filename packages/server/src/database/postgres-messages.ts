import type { Messages } from './contract.js';
import type { Connections } from './postgres-connections.js';
import { openMessage, sealMessage, type SealedMessage } from './seal-message.js';
import type { Sealing } from './sealing.js';

/** What recipients have not been told yet, in PostgreSQL. */
export function postgresMessages({ query }: Connections, sealing: Sealing): Messages {
  return {
    async addMessages(tenant, messages, dueAt, expiresAt) {
      const rows = messages.map((one) => {
        const { id, recipient, sealed, key } = sealMessage(one, sealing);
        return { id, recipient, sealed: sealed.toString('hex'), key: key.toString('hex') };
      });
      await query('addMessages', [tenant, JSON.stringify(rows), dueAt, expiresAt]);
    },
    async takeMessages(tenant, now, again, limit) {
      const { rows } = await query<SealedMessage>('takeMessages', [tenant, now, again, limit]);
      return rows.map((row) => openMessage(row, sealing));
    },
    async dropMessage(tenant, id) {
      await query('dropMessage', [tenant, id]);
    },
    async expireMessages(tenant, now) {
      return (await query('expireMessages', [tenant, now])).rowCount ?? 0;
    },
  };
}
