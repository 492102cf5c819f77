import type { Database } from 'better-sqlite3';
import type { Messages } from './contract.js';
import type { GroupCommit } from './group-commit.js';
import { openMessage, sealMessage, type SealedMessage } from './seal-message.js';
import type { Sealing } from './sealing.js';

/** What recipients have not been told yet, in SQLite. */
export function sqliteMessages(
  database: Database,
  { write }: GroupCommit,
  sealing: Sealing,
): Messages {
  const add = database.prepare<[string, string, string, Buffer, Buffer, number, number]>(
    `INSERT INTO messages (tenant, id, recipient, sealed, key, due_at, expires_at)
     VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  );
  const take = database.prepare<
    [
      {
        readonly tenant: string;
        readonly now: number;
        readonly again: number;
        readonly limit: number;
      },
    ],
    SealedMessage
  >(
    `UPDATE messages SET due_at = @again WHERE tenant = @tenant AND id IN
       (SELECT id FROM messages WHERE tenant = @tenant AND due_at <= @now ORDER BY due_at LIMIT @limit)
     RETURNING id, recipient, sealed, key`,
  );
  const drop = database.prepare<[string, string]>(
    'DELETE FROM messages WHERE tenant = ? AND id = ?',
  );
  const expire = database.prepare<[string, number]>(
    'DELETE FROM messages WHERE tenant = ? AND expires_at <= ?',
  );
  return {
    addMessages: (tenant, messages, dueAt, expiresAt) =>
      write(() => {
        for (const one of messages) {
          const { id, recipient, sealed, key } = sealMessage(one, sealing);
          add.run(tenant, id, recipient, sealed, key, dueAt, expiresAt);
        }
      }),
    takeMessages: (tenant, now, again, limit) =>
      write(() => take.all({ tenant, now, again, limit }).map((row) => openMessage(row, sealing))),
    dropMessage: (tenant, id) => write(() => void drop.run(tenant, id)),
    expireMessages: (tenant, now) => write(() => expire.run(tenant, now).changes),
  };
}
