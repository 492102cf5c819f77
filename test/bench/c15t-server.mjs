// The backend of c15t on a SQLite file that is its word, which is synced at every commit as ours is.
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { c15tInstance } from '@c15t/backend';
import { kyselyAdapter } from '@c15t/backend/db/adapters/kysely';
import { migrator } from '@c15t/backend/db/migrator';
import { DB } from '@c15t/backend/db/schema';
import Sqlite from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';

const [, , path] = process.argv;
const database = new Sqlite(path);
database.pragma('journal_mode = WAL');
database.pragma('synchronous = FULL');
const db = new Kysely({ dialect: new SqliteDialect({ database }) });
const adapter = kyselyAdapter({ db, provider: 'sqlite' });
const migration = await migrator({ db: DB.client(adapter), schema: 'latest' });
await migration.execute();
const { handler } = c15tInstance({
  adapter,
  trustedOrigins: ['http://localhost'],
  logger: { level: 'error' },
});

createServer(async (request, response) => {
  const { method, headers } = request;
  const answer = await handler(
    new Request(`http://localhost${request.url}`, { method, headers, body: await text(request) }),
  );
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  response.end(await answer.text());
}).listen(0, '127.0.0.1', function listening() {
  console.log(`listening at http://127.0.0.1:${this.address().port}"`);
});
