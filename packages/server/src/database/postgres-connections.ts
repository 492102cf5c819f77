import pg from 'pg';
import { Failure } from '../errors.js';
import { migrate } from './migrate-postgres.js';
import { statements, type StatementName } from './postgres-statements.js';

type Value = string | number | Buffer;

export interface Connections {
  readonly query: <Row extends pg.QueryResultRow>(
    name: StatementName,
    values?: readonly Value[],
  ) => Promise<pg.QueryResult<Row>>;
  readonly end: () => Promise<void>;
}

/** Statements go by name, so that a connection parses each once. Whatever fails is the store's failure. */
export async function connect(address: string): Promise<Connections> {
  const pool = new pg.Pool({
    connectionString: address,
    application_name: 'sluis',
    connectionTimeoutMillis: 5000,
    statement_timeout: 10_000,
    // Whatever the database is set to: an answer means that it is on disk.
    options: '-c synchronous_commit=on',
  });
  // A connection that breaks while idle is replaced; without a listener it would end the process.
  pool.on('error', () => undefined);
  const client = await pool.connect();
  try {
    await migrate(client);
  } finally {
    client.release();
  }

  return {
    end: () => pool.end(),
    async query<Row extends pg.QueryResultRow>(name: StatementName, values: readonly Value[] = []) {
      try {
        return await pool.query<Row>({ name, text: statements[name], values: [...values] });
      } catch (error) {
        throw new Failure('store', { cause: error });
      }
    },
  };
}
