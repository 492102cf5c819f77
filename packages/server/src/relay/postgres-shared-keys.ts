import pg from 'pg';
import type { SharedKeys } from './share-key.js';

interface Row {
  readonly tenant: string;
  readonly day: number;
  /** Hex. */
  readonly key: string;
}

/** Not logged: what is in it is in no write-ahead log, no replica, and gone after a crash. */
const table = `CREATE UNLOGGED TABLE IF NOT EXISTS relay_keys (
  tenant text PRIMARY KEY, day int NOT NULL, key text NOT NULL
)`;

const add = `INSERT INTO relay_keys
  SELECT * FROM json_to_recordset($1) AS r(tenant text, day int, key text)`;

/**
 * A row that is deleted or written over stays in the file until somebody tidies up; a table that is cut gets
 * another file. So the keys of days that are over go with the file that they lay in.
 */
async function agree(client: pg.ClientBase, own: Row): Promise<string> {
  await client.query('LOCK TABLE relay_keys IN ACCESS EXCLUSIVE MODE');
  const current = 'SELECT tenant, day, key FROM relay_keys WHERE day >= $1';
  const { rows } = await client.query<Row>(current, [own.day]);
  const there = rows.find(({ tenant }) => tenant === own.tenant);
  if (there) return there.key;
  await client.query('TRUNCATE relay_keys');
  await client.query(add, [JSON.stringify([...rows, own])]);
  return own.key;
}

/** @param address `postgres://user:password@host/database` */
export function postgresSharedKeys(address: string): SharedKeys {
  const pool = new pg.Pool({ connectionString: address, max: 1, statement_timeout: 10_000 });
  pool.on('error', () => undefined); // told by the next query

  return {
    async share(tenant, day, offered) {
      const client = await pool.connect();
      try {
        await client.query(table).catch(() => client.query(table)); // of two that make it one finds it there
        await client.query('BEGIN');
        const key = await agree(client, { tenant, day, key: offered.toString('hex') });
        await client.query('COMMIT');
        client.release();
        return Buffer.from(key, 'hex');
      } catch (error) {
        client.release(true); // rolls back
        throw error;
      }
    },
    close: () => pool.end(),
  };
}
