// The least that takes a decision: node:http, the body parsed, an answer. Nothing is kept; with the path of a
// file as its word, the body is, in one table and on disk before the answer, one commit for all that came together.
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import Sqlite from 'better-sqlite3';

function durable(path) {
  const database = new Sqlite(path);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('CREATE TABLE decisions (id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID');
  const add = database.prepare('INSERT INTO decisions VALUES (?, ?) ON CONFLICT DO NOTHING');
  const addAll = database.transaction((jobs) => jobs.forEach(({ id, body }) => add.run(id, body)));
  let waiting = [];
  function flush() {
    const jobs = waiting;
    waiting = [];
    addAll(jobs);
    for (const { done } of jobs) done();
  }
  return (id, body) =>
    new Promise((done) => {
      if (waiting.push({ id, body, done }) === 1) setImmediate(flush);
    });
}

const [, , path] = process.argv;
const keep = path ? durable(path) : undefined;

createServer(async (request, response) => {
  const body = await text(request);
  const { id } = body ? JSON.parse(body) : { id: '' };
  if (body) await keep?.(id, body);
  response.writeHead(body ? 201 : 304, { 'content-type': 'application/json' });
  response.end(body ? JSON.stringify({ id }) : undefined);
}).listen(0, '127.0.0.1', function listening() {
  console.log(`listening at http://127.0.0.1:${this.address().port}"`);
});
